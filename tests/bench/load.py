#!/usr/bin/env python3
"""Makes an account of any size to measure kenpin on. Standard library only.

    python3 tests/bench/load.py --listings 100000 --out target/bench/100000

A listing's whole fate (title, stock, orders, purchases) is drawn from one hash of its number, so
every file is written in one pass and linear time, is the same for the same --listings and --seed,
and what a scan must count is known from the plan, never from reading the files back. Purchases
and orders are shuffled over their whole files, so that a join finds its rows nowhere near.

    listings.cp932.tsv   All Listings report, English headers, CP932, titles of about 80 characters
    purchases.csv        ledger in kenpin's columns, UTF-8; 3 rows for 2 listings and 1 % strangers
    orders.tsv           All Orders report, UTF-8; 3 rows for each listing
    watchlist.tsv        brand_id, complainer, alias: names to look for in titles, in three spellings
    truth.json           counts that a scan with the pack in tests/bench/pack must give

Unlike a real account's, FBA offers state their quantity, so that stock is known without a file more.
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import random
import struct
import unicodedata
from array import array

TODAY = datetime.date(2026, 11, 1)
DAYS = [TODAY - datetime.timedelta(days=n) for n in range(800)]
WINDOW = 364  # oldest day that counts, in days before TODAY

THINGS = """電気ケトル 圧力鍋 保存容器 水切りかご 物干しハンガー 収納ケース 敷きパッド 毛布 座布団 目覚まし時計 加湿器
 扇風機 体重計 延長コード 充電器 双眼鏡 寝袋 折りたたみ椅子 弁当箱 水筒 登山靴 雨傘 手帳 万年筆 知育玩具 積み木 絵の具
 入浴剤 柔軟剤 歯ブラシ 化粧水 美容液 乾燥剤 珈琲豆 抹茶 タンブラー ブランケット ヘッドホン カメラストラップ
 スマホケース タブレットスタンド バックパック スニーカー グローブ ドライバーセット ペットシーツ コスメポーチ""".split()
PRAISE = """大容量 軽量 静音 省エネ 防水 耐熱 抗菌 洗える 折りたたみ 2026年モデル 新生活 一人暮らし 母の日 父の日 敬老の日
 ギフト対応 おしゃれ かわいい ふんわり しっかり 北欧風 業務用 家庭用 男女兼用 子供用 詰め替え用 期間限定 送料無料""".split()
DETAIL = """500ml 1.2L 30cm 24" 3個セット 10枚入り Mサイズ Lサイズ ブラック ホワイト ネイビー ピンク USB-C対応 100V
 50/60Hz PSE適合 IPX5 収納袋付き 日本語説明書付き 1年保証 Pro Mini Plus ｻｲｽﾞ調整可 ｾｯﾄ""".split()
LATIN = "ba be bi bo da do ga go ka ke ki ko ma me mi mo na ne no pa po ra ri ru sa so ta to va yo za zu".split()
KANA = "バ ベ ビ ボ ダ ド ガ ゴ カ ケ キ コ マ メ ミ モ ナ ネ ノ パ ポ ラ リ ル サ ソ タ ト ヴァ ヨ ザ ズ".split()
SHOPS = "garage atelier supply craft outfitters store".split()
PARALLEL = "並行輸入品 【並行輸入】 平行輸入品 海外直輸入品".split()
DOMESTIC = "国内正規品 【国内正規品】 正規代理店品".split()
ACCEPTED, REFUSED = "請求書 納品書 領収書".split(), "見積書 注文確認メール クレジット明細".split()
CODE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F)}
NARROW = {unicodedata.normalize("NFKC", chr(c) + mark): chr(c) + mark
          for mark in ("ﾟ", "ﾞ", "") for c in range(0xFF66, 0xFF9E)}

LISTING = """item-name item-description listing-id seller-sku price quantity open-date image-url
 item-is-marketplace product-id-type zshop-shipping-fee item-note item-condition zshop-category1
 zshop-browse-path zshop-storefront-feature asin1 asin2 asin3 will-ship-internationally
 expedited-shipping zshop-boldface product-id bid-for-featured-placement add-delete
 pending-quantity fulfillment-channel merchant-shipping-group status""".split()
PURCHASE = "仕入日 仕入先 仕入先電話 仕入先住所 請求書番号 JANコード ASIN 出品者SKU 数量 単価 書類ファイル 書類種類".split()
ORDER = """amazon-order-id merchant-order-id purchase-date order-status fulfillment-channel
 sales-channel sku quantity currency item-price""".split()


class Account:
    """Functions from the number of a listing to what stands in the files about it."""

    def __init__(self, listings, brands, seed):
        self.count, self.seed = listings, seed
        r = random.Random(f"words of {seed}")
        pick = lambda words: words[int(r.random() * len(words))]
        shapes = "%s %s %s", "%s（%s）%s", "%s・%s/%s", "%s　%s　%s"
        self.phrases = [pick(shapes) % (pick(PRAISE), pick(THINGS), pick(DETAIL)) for _ in range(4096)]
        said = "\n".join(katakana(p) for p in self.phrases)
        self.brands, taken = [], set()
        while len(self.brands) < brands:
            sounds = [int(r.random() * len(LATIN)) for _ in range(4 + int(r.random() * 2))]
            latin, kana = ("".join(script[s] for s in sounds) for script in (LATIN, KANA))
            if kana not in taken and kana not in said:
                taken.add(kana)
                name = latin.title() if r.random() < 0.6 else latin.upper()
                self.brands.append((name, kana, f"{latin} {pick(SHOPS)}"))
        forms = "商事株式会社", "物産, 大阪支店", "トレーディング"
        self.suppliers = [(f"{pick('山川田中村森石井上原')}{pick('本島野崎沢口')}{pick(forms)}{n}",
                           f"03-{1000 + int(r.random() * 9000)}-{n:04}",
                           f"東京都千代田区神田{1 + n % 9}-{1 + n % 30}, {n}号室") for n in range(1500)]

    def draws(self, number, what=b"listing"):
        return struct.unpack("<16I", hashlib.blake2b(b"%d %s %d" % (self.seed, what, number)).digest())

    def page(self, i):  # one listing in 16 is a second offer on the page of the one before
        return i - 1 if i % 16 == 15 else i

    def sku(self, i):
        return ("%06d-JP" % i, "jp_%06d_n" % i, "棚B-%06d" % i, "Z%d-2026" % i)[i % 4]

    def asin(self, i):
        value = self.page(i) * 1_000_003 + 36 ** 7
        return "B0" + "".join(CODE[value // 36 ** n % 36] for n in range(8))

    def jan(self, i):
        digits = "49%010d" % self.page(i)
        odd, even = sum(map(int, digits[::2])), sum(map(int, digits[1::2]))
        return digits + str(-(odd + 3 * even) % 10)

    def stock(self, d):
        return d[0] % 24 if d[0] >> 8 & 3 else 0

    def orders(self, d):
        """Three orders: days ago, units, cancelled."""
        return [(x % 420, 1 + (x >> 9 & 15) // 13, x >> 13 & 31 == 0) for x in d[4:7]]

    def sold(self, d):
        return sum(units for ago, units, cancelled in self.orders(d) if ago <= WINDOW and not cancelled)

    def purchases(self, i, d):
        """The purchases of a listing: what keeps each from being a proof (or "good"), and its units."""
        rows, need, fate = 2 - i % 2, self.stock(d) + self.sold(d), d[11] % 100
        reason = "good" if fate < 92 else ("old", "no file", "refused", "no phone")[fate % 4]
        units = need * (fate % 10) // 10 if 86 <= fate < 92 else need + fate % 3
        return [(reason if row + 1 == rows or fate % 2 else "good", units // rows + (units % rows if row else 0))
                for row in range(rows)]

    def of_page(self, d):
        """Brand (or None), parallel marking, domestic marking: the same for all offers of a page."""
        brand = d[3] % len(self.brands) if d[2] % 100 < 8 else None
        return brand, d[2] >> 8 & 15 == 0, d[2] >> 12 & 31 == 0 or d[2] >> 8 & 255 == 16

    def title(self, i, d, page):
        brand, parallel, domestic = self.of_page(page)
        if brand is not None:
            name = self.brands[brand][d[3] % 3]
            narrow = "".join(NARROW.get(c, c) for c in name)
            name = (name, name.upper(), name.translate(WIDE), narrow)[d[3] >> 8 & 3]
        elif d[3] >> 8 & 63 == 0:  # a watched name inside a longer word, which is none
            name = self.brands[d[3] % len(self.brands)][0] + "ish"
        else:
            name = KANA[d[3] % 32] + "商店"
        parts = [name] + [PARALLEL[d[1] % 4]] * parallel + [DOMESTIC[d[1] % 3]] * domestic
        length, shift = sum(map(len, parts)), d[0] >> 3
        while length < 52 + d[12] % 45:
            parts.append(self.phrases[shift & 4095])
            length, shift = length + len(parts[-1]) + 1, shift // 7 + d[13] + length
        return " ".join(parts)


def katakana(text):
    return "".join(chr(ord(c) + 96) if "ぁ" <= c <= "ゖ" else c for c in unicodedata.normalize("NFKC", text))


def shuffled(count, name):
    rows = array("I", range(count))
    random.Random(name).shuffle(rows)
    return rows


def listings(a, truth):
    yield "\t".join(LISTING)
    for i in range(a.count):
        d, first = a.draws(i), a.page(i) == i
        if first:
            page, rows, stock, sold = d, [], 0, 0
        rows += a.purchases(i, d)
        stock, sold = stock + a.stock(d), sold + a.sold(d)
        if a.page(i + 1) == i + 1 or i + 1 == a.count:
            brand, parallel, domestic = a.of_page(page)
            proven = sum(units for reason, units in rows if reason == "good")
            papers = {reason for reason, _ in rows} - {"no file"}
            found = {"asins": 1, "asins_brand": brand is not None,
                     "asins_complainer": brand is not None and brand % 7 == 0,
                     "asins_parallel": parallel and not domestic, "asins_conflict": parallel and domestic,
                     "asins_refused_only": papers == {"refused"}, "asins_short_of_sales": proven < sold,
                     "asins_short_of_stock": proven < stock, "asins_proof_none": proven == 0 < stock + sold}
            for name, value in found.items():
                truth[name] = truth.get(name, 0) + int(value)
        fba, day = d[10] & 3, DAYS[d[10] % 800].strftime("%Y/%m/%d")
        described = "。".join(a.phrases[d[14] + n & 4095] for n in range(d[14] % 9)).replace('"', "インチ")
        note = "外箱に傷みがあります。" if d[1] % 32 == 0 else ("", "", "新品未開封です。")[d[1] % 3]
        yield "\t".join((a.title(i, d, page), described, "%010d" % d[15], a.sku(i), str(500 + d[9] % 30000),
                         str(a.stock(d)), day + " 09:30:00 JST", "", "y", "4", "", note, "11", "", "", "", a.asin(i),
                         "", "", "1", "", "", a.jan(i), "", "", "0", "AMAZON_JP" if fba else "DEFAULT", "",
                         "Active" if d[8] % 20 < 17 else "Inactive"))


def purchases(a, truth):
    yield ",".join(PURCHASE)
    own, strangers = a.count // 2 * 3 + a.count % 2 * 2, a.count // 100
    truth.update(purchases=own + strangers, purchases_unmatched=strangers)
    for n in shuffled(own + strangers, f"purchases of {a.seed}"):
        d = a.draws(n, b"purchase")
        (supplier, phone, address), sku, asin, jan = a.suppliers[d[0] % 1500], "", "", ""
        if n < own:
            i, row = n // 3 * 2 + n % 3 // 2, n % 3 % 2
            reason, units = a.purchases(i, a.draws(i))[row]
            by = d[1] & 3  # the codes that a row names: SKU, SKU and JAN, ASIN, JAN
            sku, asin, jan = a.sku(i) if by < 2 else "", a.asin(i) if by == 2 else "", a.jan(i) if by & 1 else ""
        else:
            reason, units, sku = "good", 1 + d[2] % 9, "none-%d" % n
        day = DAYS[(WINDOW + 1 + d[3] % 300) if reason == "old" else d[3] % (WINDOW + 1)].isoformat()
        kind = (REFUSED if reason == "refused" else ACCEPTED)[d[4] % 3]
        file = "" if reason == "no file" else "%s_%s_%05d.pdf" % (kind, day, d[5] % 100000)
        yield ",".join((day, '"%s"' % supplier, "" if reason == "no phone" else phone, '"%s"' % address,
                        "INV-%07d" % (d[6] % 10**7), jan, asin, sku, str(units), str(100 + d[7] % 20000), file, kind))


def orders(a, truth):
    yield "\t".join(ORDER)
    truth["orders"] = 3 * a.count
    for n in shuffled(3 * a.count, f"orders of {a.seed}"):
        i, which = divmod(n, 3)
        d = a.draws(i)
        ago, units, cancelled = a.orders(d)[which]
        x = d[7 + which]
        yield "\t".join(("250-%07d-%07d" % (x % 10**7, n % 10**7), "",
                         "%sT%02d:%02d:%02d+09:00" % (DAYS[ago].isoformat(), x % 24, x % 60, x % 59),
                         "Cancelled" if cancelled else "Shipped", "Amazon" if x & 3 else "Merchant", "Amazon.co.jp",
                         a.sku(i), str(units), "JPY", str(units * (500 + d[9] % 30000))))


def watchlist(a, truth):
    yield "brand_id\tcomplainer\talias"
    for n, names in enumerate(a.brands):
        yield from (f"{n}\t{int(n % 7 == 0)}\t{name}" for name in names)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--listings", type=int, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--brands", type=int, default=10000, help="names on the watch list")
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    account = Account(wanted.listings, wanted.brands, wanted.seed)
    truth = {"asof": TODAY.isoformat(), "listings": wanted.listings}
    wanted.out.mkdir(parents=True, exist_ok=True)
    for name, encoding, lines in (("listings.cp932.tsv", "cp932", listings), ("purchases.csv", "utf-8", purchases),
                                  ("orders.tsv", "utf-8", orders), ("watchlist.tsv", "utf-8", watchlist)):
        with open(wanted.out / name, "w", encoding=encoding, newline="\n") as file:
            file.writelines(line + "\n" for line in lines(account, truth))
    (wanted.out / "truth.json").write_text(json.dumps(truth, indent=1) + "\n")


if __name__ == "__main__":
    main()
