//! Join: tables become one item per SKU, grouped by ASIN; rows that match nothing are reported.
