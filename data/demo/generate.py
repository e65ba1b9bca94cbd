#!/usr/bin/env python3
"""Writes the demo account: one invented seller on Amazon.co.jp with about 300 listings.

    python3 data/demo/generate.py                    write the files beside this script
    python3 data/demo/generate.py --check            compare only; exit 1 on a difference
    python3 data/demo/generate.py --english DIR      write the listings and the FBA stock as
                                                     UTF-8 English exports into DIR (--check too)

Everything is invented: store, suppliers, people, goods, numbers. Real names appear only where a
rule needs one (brands of the shipped list, well-known shops), as bare facts of an invented ledger.

How it works: `PRODUCT_LINES` are ordinary goods that no rule but a named reminder may hit; `CASES` are the goods planted
for a rule. Both become `Item`s, every item gets orders and stock such that

    bought + returned - sold = on hand + reserved + unsellable + inbound

(a case may plant a difference with `miscount`), and one function per file writes them out.
No clock and no randomness: `roll` hashes what it decides, so the same bytes come out everywhere
and a new product leaves the rows of the others as they were.
Python 3.11, standard library only.
"""

import csv
import datetime as dt
import hashlib
import io
import json
import pathlib
import sys
import zlib
from dataclasses import dataclass, field

# --------------------------------------------------------------------------------------------
# The account
# --------------------------------------------------------------------------------------------

TODAY = dt.date(2026, 11, 21)          # the demo day; the command passes it, no file states it
EXPORTED = dt.date(2026, 11, 20)       # last day the reports cover
FIRST_ORDER_DAY = dt.date(2025, 8, 1)  # the account was opened; nothing was in stock before
STORE = "くじら坂輸入商店"
COMPANY = "合同会社くじら坂商会"

CONFIG = f"""\
# The settings of the demo account. Invented, like everything in this folder.

documents = ["documents"]

[account]
store_name = "{STORE}"
opened = 2025-08-01
# Used goods are listed and some were bought from private persons, but the permit is only applied for.
antique_permit = false
seller_name = "{COMPANY}"
seller_address = "東京都台東区架空町5-6-7"
seller_phone = false
seller_manager = "架空 一郎"

[account.attested]
two_step = false
password = 2025-08-01
own_device = 2026-11-01
one_account = 2026-11-01
double_check = 2026-05-10

[rules]
packs = ["own"]
"""

# --------------------------------------------------------------------------------------------
# Suppliers: key -> row of suppliers.csv. `listed = False` keeps one out of the master.
# --------------------------------------------------------------------------------------------


@dataclass
class Supplier:
    name: str
    kind: str
    phone: str = ""
    address: str = ""
    mail: str = ""
    site: str = ""
    number: int = 0  # the twelve digits behind the check digit of the T-number; 0 = none
    route: str = ""
    loa_brands: str = ""
    loa_expiry: str = ""
    listed: bool = True
    registration: str = ""  # the T-number as written, where it is not the right one


DOMESTIC, PARALLEL = "国内正規品", "並行輸入品"

SUPPLIERS = {
    "haruno": Supplier("株式会社ハルノ卸センター", "卸", "03-0000-1101", "東京都台東区架空町1-2-3 ハルノビル2F",
                       "order@haruno-oroshi.example.jp", "https://haruno-oroshi.example.jp/", 101, DOMESTIC),
    "midori": Supplier("有限会社ミドリ坂商事", "卸", "072-000-2202", "大阪府大阪市中央区見本通4-5-6",
                       "info@midorizaka.example.jp", "https://midorizaka.example.jp/", 102, DOMESTIC,
                       "ナプラ", "2027/05/31"),
    "tokiwagi": Supplier("トキワギ製作所株式会社", "メーカー", "0256-00-3303", "新潟県燕市架空7-8",
                         "sales@tokiwagi-works.example.jp", "https://tokiwagi-works.example.jp/", 103, DOMESTIC),
    "kurogane": Supplier("株式会社クロガネ貿易", "正規代理店", "03-0000-4404", "東京都港区見本台9-1",
                         "trade@kurogane-boeki.example.jp", "https://kurogane-boeki.example.jp/", 104, DOMESTIC,
                         "OSTAVIK;Voltamica", "2027/03/31"),
    "nordhaven": Supplier("Nordhaven Trading Ltd.", "卸", "+44 20 7946 0155", "5 Sample Wharf, London (invented)",
                          "sales@nordhaven.example.com", "https://nordhaven.example.com/", 0, PARALLEL),
    "lantern": Supplier("Pacific Lantern Export Inc.", "卸", "+1 206 555 0142", "100 Example Pier, Seattle (invented)",
                        "export@pacificlantern.example.com", "https://pacificlantern.example.com/", 0, PARALLEL),
    "takasaki": Supplier("㈱髙﨑インポート", "卸", "045-000-5505", "神奈川県横浜市中区架空1－2－3",
                         "ask@takasaki-import.example.jp", "https://takasaki-import.example.jp/", 105, PARALLEL),
    # Its goods led to a notice.
    "hinageshi": Supplier("ヒナゲシ商会", "卸", "052-000-1212", "愛知県名古屋市見本区12-1",
                          "order@hinageshi.example.jp", "https://hinageshi.example.jp/", 108, DOMESTIC),
    # Contact incomplete: no site, no mail. Route not stated either.
    "yokomichi": Supplier("ヨコミチ商店", "卸", "072-000-6606", "大阪府堺市架空区8-8", number=106),
    # Contact incomplete too, but nothing was bought there within the window.
    "kawabe": Supplier("カワベ物産", "卸", "", "愛知県名古屋市見本区3-3", "", "", 107, DOMESTIC),
    # Not in the supplier master at all.
    "brightgate": Supplier("Brightgate Wholesale", "卸", listed=False),
    "yamada": Supplier("ヤマダ電機", "小売", "03-0000-7707", "東京都内店舗（見本）", "", "https://www.yamada-denkiweb.com/"),
    "bic": Supplier("ビックカメラ", "小売", "03-0000-7808", "東京都内店舗（見本）", "", "https://www.biccamera.com/"),
    "bookoff": Supplier("ブックオフ", "リサイクル", "03-0000-8808", "東京都内店舗（見本）", "", "https://www.bookoff.co.jp/"),
    "hardoff": Supplier("ハードオフ", "リサイクル", "03-0000-8909", "新潟県内店舗（見本）", "", "https://www.hardoff.co.jp/"),
    "mercari": Supplier("メルカリ", "フリマ", "03-0000-9901", "東京都内（見本）", "", "https://jp.mercari.com/"),
    "yahuoku": Supplier("ヤフオク!", "オークション", "03-0000-9902", "東京都内（見本）", "", "https://auctions.yahoo.co.jp/"),
    # A sole trader: the number has no check digit.
    "asagi": Supplier("アサギ商店", "卸", "03-0000-1212", "東京都墨田区架空町2-2", "asagi@asagi.example.jp", "https://asagi.example.jp/",
                      route=DOMESTIC, registration="T1234567890123"),
    # A number and a phone that were not copied to their end.
    "tsubame": Supplier("ツバメ紙器", "卸", "03-0000-131", "東京都荒川区見本町3-3", "info@tsubame-shiki.example.jp", "https://tsubame-shiki.example.jp/",
                        route=DOMESTIC, registration="T12345"),
    "amazon": Supplier("Amazon.co.jp", "Amazon", "03-0000-9903", "東京都内（見本）", "", "https://www.amazon.co.jp/"),
}

# --------------------------------------------------------------------------------------------
# Proof documents: key -> row(s) of documents.csv and a file in documents/
# --------------------------------------------------------------------------------------------


@dataclass
class Document:
    file: str
    kind: str
    supplier: str
    issued: str
    invoice: str
    by: tuple = ("sku", "asin", "jan")  # which codes its index lines carry
    lines: bool = True                  # False: one index row without lines, joined by invoice number
    content: str = "pdf"                # pdf, png, empty, missing (named in the index only), or a key of PAPER_KINDS
    addressee: str = STORE


DOCUMENTS = {
    "haruno_2509": Document("haruno_202509.pdf", "請求書", "haruno", "2025-09-30", "HR-2509-118"),
    "kawabe_2509": Document("kawabe_202509.pdf", "請求書", "kawabe", "2025-09-20", "KW-250920"),
    "haruno_366": Document("haruno_20251120.pdf", "請求書", "haruno", "2025-11-20", "HR-2511-041"),
    "haruno_365": Document("haruno_20251121.pdf", "請求書", "haruno", "2025-11-21", "HR-2511-042"),
    "haruno_2512": Document("haruno_202512.pdf", "請求書", "haruno", "2025-12-05", "HR-2512-007"),
    "midori_2512": Document("midori_202512.pdf", "納品書", "midori", "2025-12-18", "MZ-251218", ("asin",)),
    "kurogane_2601": Document("kurogane_202601.pdf", "請求書", "kurogane", "2026-01-30", "KG2026-0130"),
    "midori_2602": Document("midori_202602.pdf", "請求書", "midori", "2026-02-27", "MZ-260227", ("asin",)),
    "takasaki_2603": Document("takasaki_202603.pdf", "請求書", "takasaki", "2026-03-19", "TI-0319", ("sku",)),
    "haruno_2603": Document("haruno_202603.pdf", "請求書", "haruno", "2026-03-31", "HR-2603-204"),
    "haruno_quote": Document("haruno_mitsumori_202604.pdf", "見積書", "haruno", "2026-04-08", "HR-Q-260408"),
    "nordhaven_2604": Document("nordhaven_INV-20418.pdf", "請求書", "nordhaven", "2026-04-15", "INV-20418", ("sku", "asin")),
    "brightgate_2605": Document("brightgate_2605.pdf", "請求書", "brightgate", "2026-05-11", "BG-88012", ("sku",)),
    "midori_empty": Document("midori_202605.pdf", "請求書", "midori", "2026-05-20", "MZ-260520", ("asin",), content="empty"),
    "bookoff_2605": Document("bookoff_20260523.png", "領収書", "bookoff", "2026-05-23", "BO-0523", ("sku",), content="png"),
    "tokiwagi_2605": Document("tokiwagi_202605.pdf", "請求書", "tokiwagi", "2026-05-29", "TW-26-0529"),
    "yamada_2606": Document("yamada_20260607.png", "領収書", "yamada", "2026-06-07", "YD-0607", ("asin", "jan"), content="png"),
    "takasaki_2606": Document("takasaki_202606.pdf", "請求書", "takasaki", "2026-06-12", "TI-0612", ("sku",), content="png"),
    "yokomichi_2606": Document("yokomichi_202606.pdf", "請求書", "yokomichi", "2026-06-18", "Y-618"),
    "kurogane_2606": Document("kurogane_202606.pdf", "請求書", "kurogane", "2026-06-30", "KG2026-0630"),
    "lantern_2607": Document("pacific_lantern_PL7710.pdf", "請求書", "lantern", "2026-07-10", "PL-7710", lines=False),
    "amazon_2607": Document("amazon_20260722.pdf", "請求書", "amazon", "2026-07-22", "JP-INV-2607-5521", ("asin",)),
    "midori_2607": Document("midori_202607.pdf", "請求書", "midori", "2026-07-31", "MZ-260731", ("asin",)),
    "nordhaven_lost": Document("nordhaven_INV-20877.pdf", "請求書", "nordhaven", "2026-08-05", "INV-20877", ("sku", "asin"), content="missing"),
    "bic_2608": Document("bic_20260816.pdf", "領収書", "bic", "2026-08-16", "BC-0816", ("asin",)),
    "haruno_2608": Document("haruno_202608.pdf", "請求書", "haruno", "2026-08-31", "HR-2608-377"),
    "takasaki_2609": Document("takasaki_202609.pdf", "請求書", "takasaki", "2026-09-18", "TI-0918", ("sku",)),
    "nordhaven_2610": Document("nordhaven_INV-21350.pdf", "請求書", "nordhaven", "2026-10-20", "INV-21350", ("sku", "asin")),
}

# --------------------------------------------------------------------------------------------
# Ordinary goods. Brand: key -> (latin name, kana name, maker, documents its goods were bought
# under in turn, page). Page: "" domestic goods on a plain page, "genuine" marked as domestic
# goods, "parallel" marked as parallel imports.
# --------------------------------------------------------------------------------------------

BRANDS = {
    "norvelia": ("NORVELIA", "ノルヴェリア", "Norvelia Hushall AB", ("nordhaven_2604", "nordhaven_2610"), "parallel"),
    "halmstrand": ("Halmstrand", "ハルムストラン", "Halmstrand Outdoor AS", ("nordhaven_2604", "nordhaven_2610"), "parallel"),
    "tavorino": ("Tavorino", "タヴォリーノ", "Tavorino S.r.l.", ("lantern_2607",), "parallel"),
    "quillmere": ("Quillmere", "クイルミア", "Quillmere Paper Co.", ("takasaki_2603", "takasaki_2609"), "parallel"),
    "ostavik": ("OSTAVIK", "オスタヴィク", "Ostavik ApS", ("kurogane_2601", "kurogane_2606"), "genuine"),
    "voltamica": ("Voltamica", "ヴォルタミカ", "Voltamica GmbH", ("kurogane_2606", "kurogane_2601"), "genuine"),
    "tokiwagi": ("TOKIWAGI", "トキワギ", "トキワギ製作所株式会社", ("tokiwagi_2605",), ""),
    "akaridou": ("Akaridou", "灯里堂", "灯里堂合同会社", ("haruno_2603", "haruno_2608"), ""),
    "yumenoki": ("YUMENOKI", "ユメノキ", "ユメノキ木工舎", ("haruno_2608", "haruno_2603"), ""),
    "mizuiro": ("Mizuiro-sha", "ミズイロ舎", "株式会社ミズイロ舎", ("haruno_2603", "haruno_2608"), ""),
    "kazemori": ("KAZEMORI", "カゼモリ", "カゼモリ電工株式会社", ("midori_2602", "midori_2607"), ""),
    "petalune": ("Petalune", "ペタリュヌ", "有限会社ペタリュヌ", ("midori_2607", "midori_2602"), ""),
    "sorabako": ("SORABAKO", "ソラバコ", "ソラバコ工房", ("midori_2602", "midori_2607"), ""),
}

# (brand, goods, variants, price of the first variant, reminders of low severity that they get)
PRODUCT_LINES = [
    ("norvelia", "ホーロー片手鍋", ["14cm ホワイト", "14cm ネイビー", "16cm ホワイト", "16cm ネイビー", "18cm グレー"], 5480, "LAW-012"),
    ("norvelia", "ステンレス計量スプーン", ["4本組", "6本組"], 1980),
    ("norvelia", "オークのカッティングボード", ["S", "M", "L"], 3980),
    ("norvelia", "リネンキッチンタオル", ["ブルー 2枚組", "グリーン 2枚組", "ベージュ 2枚組", "レッド 2枚組"], 2480),
    ("norvelia", "陶器のバターケース", ["ホワイト", "ミント", "グレー"], 3280),
    ("halmstrand", "折りたたみランタンフック", ["ブラック", "カーキ"], 1780),
    ("halmstrand", "真空断熱フードジャー", ["350ml ブラック", "350ml オリーブ", "500ml ブラック", "500ml オリーブ"], 4280),
    ("halmstrand", "軽量アルミテーブル", ["S", "M"], 6980),
    ("halmstrand", "パラコード 4mm", ["15m オレンジ", "15m グレー", "30m オレンジ", "30m グレー"], 1380),
    ("halmstrand", "防水スタッフバッグ", ["5L", "10L", "20L"], 2180),
    ("tavorino", "モカポット", ["1カップ", "3カップ", "6カップ", "9カップ"], 3680),
    ("tavorino", "エスプレッソカップ", ["ホワイト 2客", "テラコッタ 2客", "ネイビー 2客"], 2980),
    ("tavorino", "ミルクピッチャー", ["350ml", "600ml"], 2680),
    ("tavorino", "タンパー", ["51mm", "53mm", "58mm"], 3480),
    ("tavorino", "コーヒーキャニスター", ["S ブラック", "M ブラック", "M レッド", "L ブラック"], 2880),
    ("quillmere", "ハードカバーノート A5", ["方眼 ネイビー", "方眼 ワイン", "横罫 ネイビー", "横罫 ワイン", "無地 グレー"], 1880),
    ("quillmere", "封蝋スタンプ", ["星", "葉", "鳥", "月"], 2280),
    ("quillmere", "万年筆用吸取紙", ["25枚", "50枚"], 980),
    ("quillmere", "レターセット", ["クリーム", "ブルー", "ローズ"], 1580),
    ("quillmere", "真鍮ブックマーク", ["フェザー", "アロー", "リーフ"], 1280),
    ("ostavik", "ロールトップバックパック", ["18L ブラック", "18L サンド", "25L ブラック", "25L サンド"], 12800),
    ("ostavik", "サコッシュ", ["ブラック", "サンド", "フォレスト"], 4980),
    ("ostavik", "トラベルポーチ 3点組", ["グレー", "ネイビー"], 3980),
    ("ostavik", "ノートPCスリーブ", ['13" グレー', '14" グレー', '15.6" グレー', '15.6" ネイビー'], 4480),
    ("voltamica", "USB-Cケーブル", ["0.5m ブラック", "1m ブラック", "2m ブラック", "2m ホワイト"], 1680),
    ("voltamica", "デスクライト", ["ホワイト", "ブラック"], 7980),
    ("voltamica", "卓上スピーカー", ["VS-10 グレー", "VS-20 グレー", "VS-20 ネイビー"], 9800),
    ("voltamica", "ケーブルホルダー", ["3個組", "6個組"], 980),
    ("tokiwagi", "精密ドライバー", ["プラス #0", "プラス #1", "マイナス 1.8", "マイナス 2.4", "6本組"], 1180),
    ("tokiwagi", "ﾆｯﾊﾟｰ 125mm", ["赤", "黒"], 2380, "LIST-002"),
    ("tokiwagi", "園芸ばさみ", ["150mm", "180mm", "210mm"], 2980),
    ("tokiwagi", "ﾋﾟﾝｾｯﾄ", ["直型", "鶴首型", "平型"], 1480, "LIST-002"),
    ("tokiwagi", "革砥", ["小", "大"], 3280),
    ("akaridou", "和ろうそく", ["2匁 10本", "3匁 10本", "5匁 6本"], 1980),
    ("akaridou", "真鍮燭台", ["小", "中", "大"], 4280),
    ("akaridou", "和紙ランプシェード", ["丸型 20cm", "丸型 30cm", "角型 20cm", "角型 30cm"], 3980),
    ("akaridou", "LEDキャンドル", ["3本組", "6本組", "リモコン付 6本組"], 2480),
    ("akaridou", "マッチ箱セット", ["花", "鳥", "山", "海"], 880),
    ("yumenoki", "つみき", ["20ピース", "40ピース", "80ピース"], 3980),
    ("yumenoki", "木のパズル", ["どうぶつ", "のりもの", "ひらがな", "日本地図"], 2480),
    ("yumenoki", "ままごとセット", ["サラダ", "パン屋さん", "お寿司"], 3680),
    ("yumenoki", "コマ", ["3個組", "5個組"], 1280),
    ("yumenoki", "木製カレンダー", ["ナチュラル", "ブラウン"], 2980),
    ("mizuiro", "珪藻土コースター", ["丸 4枚", "角 4枚", "丸 8枚"], 1180),
    ("mizuiro", "今治織りバスタオル", ["ホワイト", "ブルー", "グレー", "ベージュ"], 2680),
    ("mizuiro", "風呂桶", ["クリア", "スモーク"], 1880),
    ("mizuiro", "シャワーヘッドホルダー", ["ホワイト", "ブラック"], 1580),
    ("kazemori", "卓上扇風機", ["ホワイト", "ミント", "ピンク", "ネイビー"], 3480, "LAW-007"),
    ("kazemori", "サーキュレーター", ["15cm", "20cm", "23cm"], 5980, "LAW-007"),
    ("kazemori", "加湿器用フィルター", ["KF-1", "KF-2", "KF-3"], 1480),
    ("kazemori", "温湿度計", ["ホワイト", "ウッド"], 1980),
    ("petalune", "猫用つめとぎ", ["ベッド型", "ポール型", "壁掛け型"], 2780),
    ("petalune", "犬用ハーネス", ["S レッド", "M レッド", "L レッド", "S ネイビー", "M ネイビー"], 2480),
    ("petalune", "ペット用給水器", ["1.5L", "2.5L"], 3980),
    ("petalune", "猫じゃらし", ["3本組", "5本組"], 980),
    ("sorabako", "布製収納ボックス", ["S グレー", "M グレー", "L グレー", "M ベージュ"], 1680),
    ("sorabako", "マグネットフック", ["5個", "10個"], 1180),
    ("sorabako", "引き出し仕切り", ['10" 4枚', '12" 4枚', '15" 4枚'], 1380),
    ("sorabako", "突っ張り棚", ["S", "M", "L"], 2980),
    ("sorabako", "すきまワゴン", ["3段", "4段"], 4980),
    ("sorabako", "乾電池ストッカー", ["単3", "単4"], 980),
    ("norvelia", "シリコンスパチュラ", ["ミント", "グレー", "レッド"], 1480),
    ("halmstrand", "ペグ 20cm", ["4本組", "8本組"], 1680),
    ("quillmere", "マスキングテープ", ["ボタニカル", "ストライプ", "レトロ"], 780),
    ("ostavik", "折りたたみ傘", ["ブラック", "ネイビー"], 5480),
    ("mizuiro", "洗濯ネット", ["S 2枚", "M 2枚", "L 2枚"], 880),
    ("akaridou", "お香立て付き小皿", ["藍", "緑"], 1580),
    ("petalune", "フードボウル", ["S", "M", "L"], 1780),
]

NOTES = [
    "新品未開封品です。",
    "新品・未開封。①検品②緩衝材で梱包③Amazon倉庫より発送します。",
    "",
    "新品です。丁寧に梱包してお届けします～",
    "ご覧いただきありがとうございます。未開封の新品をお届けします。",
    "新品未使用。ﾌﾟﾗｲﾑ配送－年中無休。",
    "",
    "新品です。担当：髙﨑",
]
PARALLEL_NOTES = ["並行輸入品です。新品未開封。", "", "海外より直接仕入れた並行輸入品の新品です。", "新品未開封品です。"]
MARKS = {"parallel": [" [並行輸入品]", " 【並行輸入品】", "（並行輸入品）"], "genuine": [" 【国内正規品】", " [国内正規品]", "（正規輸入品）"], "": [""]}

# Offers that were ended long ago: no stock, no purchase on file. No rule may hit them.
ENDED = ["ヘンプ紐 2mm 50m", "竹製コースター 5枚", "帆布トート A4 生成り", "ガラスペン 青", "折り紙 千代紙 40枚",
         "木製しおり 5枚組", "がま口 小 紺", "手ぬぐい 青海波", "豆皿 5枚組", "風呂敷 68cm えんじ", "巾着 麻の葉", "箸置き 梅 5個"]

# --------------------------------------------------------------------------------------------
# Planted goods
# --------------------------------------------------------------------------------------------


@dataclass
class Buy:
    """One line of a purchase ledger; `doc` is the document that proves it."""
    day: str
    supplier: str
    units: int
    doc: str = ""
    ledger: str = "own"   # own = purchases.csv, amazon = order history, antique = antique-dealer ledger
    text: str = ""        # item name in the ledger, where it differs from the title
    proven: int = -1      # units the document line shows; -1 = all of them
    by: tuple = ("sku", "asin", "jan")
    jan: str = ""         # JAN cell as written, where it differs from the item's
    person: str = ""      # antique ledger: private seller


@dataclass
class Item:
    """One offer, ordinary or planted."""
    case: str
    title: str
    buys: list = field(default_factory=list)
    sold: int = 0            # units sold within the last 365 days
    sold_before: int = 0     # units sold earlier
    cancelled: int = 0       # units in cancelled orders
    returned: tuple = ()     # dispositions, one unit each
    said: tuple = ()         # reason code and buyer's comment of each of them, where the case needs them
    removed: int = 0         # returned units that were sent back and are in no stock
    miscount: int = 0        # planted difference between the count and the arithmetic
    inbound: int = -1        # -1: decided by the rolls
    fba: bool = True
    listed: bool = True
    status: str = "Active"
    condition: int = 11
    price: int = 2980
    note: str = ""
    brand: str = ""
    maker: str = ""
    distribution: str = ""   # 流通区分 of the catalogue
    jan_id: bool = False     # the listing is keyed by JAN (商品IDタイプ 4), not by ASIN
    bad_jan: bool = False    # that JAN has a wrong check digit
    quantity: int = -1       # stock of a seller-fulfilled offer; -1: what the arithmetic gives
    page_of: str = ""        # a second offer on the page of this case
    sell_in: tuple = ()      # first and last day of its sales, where the case needs them
    jan_of: str = ""         # the case whose JAN it has too
    family: str = ""         # variation family in the catalogue
    list_price: int = 0      # list price in the catalogue
    cost: int = 0            # cost of a unit, where it is not that of `unit_cost`
    pledged: str = ""        # day of the pledge
    notice: str = ""         # id of the notice that names it
    watched: str = ""        # reason on the own list of watched ASINs
    about: str = ""
    fires: tuple = ()        # rules that must hit
    may: tuple = ()          # rules that may hit besides, by how strictly they are read
    clear: tuple = ()        # rules that this case shows to stay clear
    # filled in by `build`
    sku: str = ""
    asin: str = ""
    jan: str = ""
    orders: list = field(default_factory=list)
    on_hand: int = 0
    reserved: int = 0
    unsellable: int = 0

    @property
    def key(self):
        return self.case or self.sku

    def bought(self):
        return sum(b.units for b in self.buys)

    def stock(self):
        return self.bought() + len(self.returned) - self.removed - self.sold - self.sold_before + self.miscount


def plain(case, title, *buys, **more):
    return Item(case, title, list(buys), **more)


CASES = [
    # --- PROOF: age of the papers
    plain("invoice-too-old", "灯里堂 真鍮の香立て 梅", Buy("2025-09-12", "haruno", 8, "haruno_2509"), sold_before=2, sold=2,
          about="newest invoice is 417 days old, stock remains",
          fires=("PROOF-001", "PROOF-003", "PROOF-004"), may=("PROOF-014",), clear=("PROOF-002", "PROOF-006", "PROOF-015")),
    plain("invoice-366-days", "ミズイロ舎 石けん置き 波", Buy("2025-11-19", "haruno", 6, "haruno_366"), sold=6,
          about="issued one day before the window, all sold",
          fires=("PROOF-001", "PROOF-003"), may=("PROOF-014",), clear=("PROOF-002", "PROOF-004", "PROOF-015")),
    plain("invoice-365-days", "ミズイロ舎 石けん置き 雲", Buy("2025-11-21", "haruno", 6, "haruno_365"), sold=2,
          about="issued on the first day of the window: still counts, falls out today",
          fires=("PROOF-002",), clear=("PROOF-001", "PROOF-003", "PROOF-004")),
    plain("no-invoice", "ソラバコ 折りたたみコンテナ 20L", Buy("2026-04-10", "midori", 5), sold=1,
          about="bought from a wholesaler, but no paper on file",
          fires=("PROOF-001", "PROOF-003", "PROOF-004"), clear=("PROOF-002", "PROOF-009", "PROOF-014")),
    plain("old-invoice-sold-out", "灯里堂 香立て 竹", Buy("2025-09-05", "haruno", 5, "haruno_2509"), sold_before=5, status="Inactive",
          about="old invoice, but nothing sold within the window and nothing left: nothing to prove",
          clear=("PROOF-001", "PROOF-002", "PROOF-003", "PROOF-004", "PROOF-014", "PROOF-015")),
    plain("invoice-15-days-left", "ユメノキ 木琴 8音", Buy("2025-11-28", "haruno", 8, "haruno_2512"), sold=3, price=5980,
          about="the only invoice falls out of the window in 15 days",
          fires=("PROOF-002",), clear=("PROOF-001", "PROOF-003", "PROOF-004")),
    plain("invoice-27-days-left", "カゼモリ ハンディファン KH-1 ブルー", Buy("2025-12-10", "midori", 9, "midori_2512"), sold=4,
          about="the only delivery note falls out of the window in 27 days",
          fires=("PROOF-002",), clear=("PROOF-001", "PROOF-003", "PROOF-004", "PROOF-006")),
    plain("restocked-in-time", "灯里堂 線香立て 角", Buy("2025-09-08", "haruno", 6, "haruno_2509"),
          Buy("2026-03-12", "haruno", 10, "haruno_2603"), sold_before=6, sold=5,
          about="old invoice, but a newer one covers what was sold since",
          clear=("PROOF-001", "PROOF-002", "PROOF-003", "PROOF-004", "PROOF-014")),
    plain("old-supplier-without-phone", "ソラバコ ワイヤーバスケット M", Buy("2025-09-15", "kawabe", 4, "kawabe_2509"),
          Buy("2026-07-14", "midori", 8, "midori_2607"), sold_before=4, sold=3,
          about="supplier with incomplete contact, not bought from within the window",
          clear=("PROOF-001", "PROOF-002", "PROOF-003", "PROOF-004", "PROOF-005")),
    # --- PROOF: quantities
    plain("sold-more-than-proven", "カゼモリ 首掛け扇風機 KN-2", Buy("2026-02-05", "midori", 8, "midori_2602"), Buy("2026-02-20", "midori", 12),
          sold=12, inbound=0, price=2680, about="8 units on the invoice, 12 sold, 8 left",
          fires=("LAW-007", "PROOF-003",), clear=("PROOF-001", "PROOF-002", "PROOF-004", "PROOF-014", "PROOF-015")),
    plain("proof-of-last-year", "灯里堂 火消し 真鍮", Buy("2025-09-18", "haruno", 14, "haruno_2509"),
          Buy("2026-03-16", "haruno", 6, "haruno_2603"), sold_before=4, sold=12,
          about="12 sold, only 6 of the proven units lie within the window",
          fires=("PROOF-003",), may=("PROOF-014",), clear=("PROOF-001", "PROOF-002", "PROOF-004", "PROOF-015")),
    plain("stock-more-than-proven", "ペタリュヌ 犬用レインコート M", Buy("2026-07-08", "midori", 6, "midori_2607"), Buy("2026-07-20", "midori", 10),
          sold=2, about="14 units in stock, 6 on the invoice",
          fires=("PROOF-004",), clear=("PROOF-001", "PROOF-003", "PROOF-014", "PROOF-015")),
    plain("inbound-more-than-proven", "ペタリュヌ 犬用レインコート L", Buy("2026-07-08", "midori", 10, "midori_2607", proven=8), sold=1, inbound=3,
          about="6 on hand and 3 on the way in, 8 on the invoice: the shipment tips it",
          fires=("PROOF-004",), clear=("PROOF-001", "PROOF-003", "PROOF-014", "PROOF-015")),
    plain("proven-to-the-unit", "カゼモリ 首掛け扇風機 KN-3", Buy("2026-02-12", "midori", 10, "midori_2602", proven=5), sold=5, inbound=0,
          about="5 sold, 5 left, 5 on the invoice: exactly enough for each",
          clear=("PROOF-003", "PROOF-004"), fires=("LAW-007",)),
    plain("cancelled-do-not-count", "ユメノキ けん玉", Buy("2026-03-10", "haruno", 5, "haruno_2603"), sold=5, cancelled=4,
          about="5 proven and 5 sold; cancelled orders of 4 more must not count",
          clear=("PROOF-003", "PROOF-014")),
    plain("told-three-times", "ミズイロ舎 湯たんぽカバー", Buy("2026-03-03", "haruno", 6, "haruno_2603"), sold=6, sell_in=("2026-06-03", "2026-06-27"),
          about="sold in June: in both order files and in the transactions, still 6 units",
          clear=("PROOF-003", "PROOF-014")),
    # --- PROOF: contact, files, classes
    plain("supplier-without-site", "ヨコミチ 麻ひもマット 45x60", Buy("2026-06-05", "yokomichi", 6, "yokomichi_2606"), sold=2,
          about="proven, but the supplier's entry has no site", clear=("PROOF-001", "PROOF-003", "PROOF-004")),
    plain("supplier-not-in-master", "Brightgate 耐熱ガラスボウル 1L", Buy("2026-05-02", "brightgate", 6, "brightgate_2605"), sold=2,
          about="proven, but the supplier is not in the master", clear=("PROOF-001", "PROOF-003", "PROOF-004")),
    plain("supplier-not-in-master-2", "Brightgate 耐熱ガラスボウル 2L", Buy("2026-05-02", "brightgate", 6, "brightgate_2605"), sold=1,
          about="the same supplier", clear=("PROOF-001", "PROOF-003", "PROOF-004")),
    plain("quotation-only", "ユメノキ 五目ならべ", Buy("2026-04-14", "haruno", 4, "haruno_quote"), inbound=0,
          about="the only paper is a quotation",
          fires=("PROOF-001", "PROOF-004", "PROOF-006"), clear=("PROOF-003",)),
    plain("file-missing", "NORVELIA ノルヴェリア ペッパーミル [並行輸入品]", Buy("2026-07-28", "nordhaven", 5, "nordhaven_lost"), sold=1,
          distribution="jp_parallel_import", about="the index names a file that is not in the folder",
          fires=("PROOF-006",), may=("PROOF-001", "PROOF-003", "PROOF-004"), clear=("MIX-001",)),
    plain("file-empty", "ソラバコ 傘立て スリム", Buy("2026-05-12", "midori", 5, "midori_empty"), sold=1,
          about="the file has no bytes", fires=("PROOF-006",), may=("PROOF-001", "PROOF-003", "PROOF-004")),
    plain("png-named-pdf", "Quillmere クイルミア インク瓶 30ml 墨 [並行輸入品]", Buy("2026-06-03", "takasaki", 5, "takasaki_2606"), sold=1,
          distribution="jp_parallel_import", about="a PNG picture under the name of a PDF",
          fires=("PROOF-006",), may=("PROOF-001", "PROOF-003", "PROOF-004"), clear=("MIX-001",)),
    plain("retail-receipt", "電気ケトル 0.8L KT-08 ホワイト", Buy("2026-06-07", "yamada", 3, "yamada_2606"), sold=1, price=3980,
          about="bought in a shop, receipt at hand", fires=("LAW-007", "PROOF-007",), clear=("PROOF-001", "PROOF-003", "PROOF-004", "PROOF-006", "PROOF-008")),
    plain("retail-receipt-2", "電気ケトル 0.8L KT-08 ブラック", Buy("2026-06-07", "yamada", 4, "yamada_2606"), sold=1, price=3980,
          about="bought in a shop, receipt at hand", fires=("LAW-007", "PROOF-007",), clear=("PROOF-001", "PROOF-008")),
    plain("retail-receipt-3", "電動ミルクフォーマー MF-2", Buy("2026-08-16", "bic", 5, "bic_2608"), sold=2, price=2480,
          about="bought in a shop, receipt at hand", fires=("PROOF-007",), clear=("PROOF-001", "PROOF-008")),
    plain("retail-and-wholesale", "カゼモリ 置き時計 KC-1", Buy("2026-08-16", "bic", 2, "bic_2608"),
          Buy("2026-07-10", "midori", 8, "midori_2607"), sold=3,
          about="a shop beside a wholesaler: the strong proof stands", clear=("PROOF-007",)),
    # --- PROOF: no purchase at all
    plain("fba-without-purchase", "ステンレス水切りラック 2段", sold=2, miscount=5, price=4480,
          about="in Amazon's warehouse, no purchase on file", fires=("PROOF-009",), may=("PROOF-014",), clear=("PROOF-001", "PROOF-010")),
    plain("fba-without-purchase-2", "シリコン製氷皿 フタ付 3個", miscount=4, price=1680,
          about="in Amazon's warehouse, no purchase on file", fires=("PROOF-009",), may=("PROOF-014",), clear=("PROOF-001", "PROOF-010")),
    plain("fba-empty-without-purchase", "シリコン製氷皿 フタ付 1個", status="Inactive", price=880,
          about="FBA offer without stock and without purchase: nothing to prove", clear=("PROOF-009", "PROOF-010", "PROOF-014")),
    plain("no-stock-selling", "電動昇降デスク 120cm ホワイト", fba=False, quantity=10, sold=1, miscount=1, price=29800,
          about="live seller-fulfilled offer, never bought", fires=("PROOF-010",), may=("PROOF-014",), clear=("PROOF-009",)),
    plain("no-stock-selling-2", "電動昇降デスク 140cm ホワイト", fba=False, quantity=10, price=34800,
          about="live seller-fulfilled offer, never bought", fires=("PROOF-010",), may=("PROOF-014",), clear=("PROOF-009",)),
    plain("no-stock-selling-3", "ヨガマット収納ラック 3本用", fba=False, quantity=5, price=5980,
          about="live seller-fulfilled offer, never bought", fires=("PROOF-010",), may=("PROOF-014",), clear=("PROOF-009",)),
    # --- PROOF: bought on Amazon
    plain("amazon-4-units", "真空保存容器 角型 M", Buy("2026-07-18", "amazon", 4, "amazon_2607", "amazon"), sold=1, price=2280,
          about="bought on Amazon, few units", fires=("PROOF-011",), clear=("PROOF-012", "PROOF-001", "PROOF-008")),
    plain("amazon-9-units", "真空保存容器 角型 L", Buy("2026-07-18", "amazon", 9, "amazon_2607", "amazon"), sold=2, price=2780,
          about="bought on Amazon, one below the limit", fires=("PROOF-011",), clear=("PROOF-012",)),
    plain("amazon-10-units", "真空保存容器 丸型 M", Buy("2026-07-18", "amazon", 10, "amazon_2607", "amazon"), sold=2, price=2180,
          about="bought on Amazon, on the limit", fires=("PROOF-012",), clear=("PROOF-011",)),
    plain("amazon-two-orders", "真空保存容器 丸型 L", Buy("2026-07-02", "amazon", 8, "amazon_2607", "amazon"),
          Buy("2026-07-18", "amazon", 6, "amazon_2607", "amazon"), sold=3, price=2680,
          about="bought on Amazon, over the limit in two orders", fires=("PROOF-012",), clear=("PROOF-011",)),
    # --- PROOF: not for sale
    plain("not-for-sale-title", "灯里堂 【非売品】 創業記念 真鍮しおり", Buy("2026-03-18", "haruno", 4, "haruno_2603"), sold=1,
          about="the title says it", fires=("COND-003", "PROOF-013",), clear=("PROOF-001",)),
    plain("not-for-sale-note", "ミズイロ舎 ハンドタオル 水玉", Buy("2026-03-18", "haruno", 4, "haruno_2603"),
          note="新品です。メーカーのノベルティとして配布されたものです。", about="the condition note says it",
          fires=("COND-003", "PROOF-013",), clear=("PROOF-001",)),
    plain("not-for-sale-ledger", "カゼモリ ミニ扇風機 キーホルダー", Buy("2026-07-06", "midori", 5, "midori_2607", text="ミニ扇風機キーホルダー（プライズ 景品）"), sold=1,
          about="the purchase ledger says it", fires=("COND-003", "LAW-007", "PROOF-013",), clear=("PROOF-001",)),
    plain("surprise-is-no-prize", "ユメノキ サプライズボックス 木製", Buy("2026-08-10", "haruno", 6, "haruno_2608"), sold=2,
          about="サプライズ holds プライズ, but not as a word", clear=("COND-003", "PROOF-013",)),
    # --- PROOF: arithmetic
    plain("count-3-too-many", "ソラバコ ハンガーラック S", Buy("2026-02-09", "midori", 10, "midori_2602"), sold=4, miscount=3, inbound=0,
          about="10 bought, 4 sold, 9 in stock", fires=("PROOF-014",), clear=("PROOF-003", "PROOF-004", "PROOF-015")),
    plain("count-1-too-many", "ソラバコ ハンガーラック M", Buy("2026-02-09", "midori", 10, "midori_2602"), sold=4, miscount=1, inbound=0,
          about="one unit more than bought", fires=("PROOF-014",), clear=("PROOF-003", "PROOF-004", "PROOF-015")),
    plain("units-gone", "トキワギ ラチェットレンチ 10mm", Buy("2026-05-18", "tokiwagi", 20, "tokiwagi_2605"), sold=6, miscount=-6, price=3480,
          about="6 units are neither sold nor in stock", fires=("PROOF-015",), clear=("PROOF-003", "PROOF-004", "PROOF-014")),
    plain("3-units-gone", "トキワギ ラチェットレンチ 12mm", Buy("2026-05-18", "tokiwagi", 12, "tokiwagi_2605"), sold=4, miscount=-3, price=3680,
          about="one more than the tolerance", fires=("PROOF-015",), clear=("PROOF-014",)),
    plain("2-units-gone", "トキワギ ラチェットレンチ 14mm", Buy("2026-05-18", "tokiwagi", 12, "tokiwagi_2605"), sold=4, miscount=-2, price=3880,
          about="within the tolerance", clear=("PROOF-014", "PROOF-015")),
    plain("returned-and-counted", "カゼモリ 加湿器 KM-5", Buy("2026-02-06", "midori", 10, "midori_2602"), sold=6, price=6980,
          returned=("SELLABLE", "CUSTOMER_DAMAGED"), about="10 bought, 6 sold, 2 came back, 6 in stock: even",
          clear=("PROOF-014", "PROOF-015"), fires=("LAW-007",)),
    # --- COND: what buyers say when they send units back
    plain("returned-as-used", "ソラバコ 卓上ミラー 角形", Buy("2026-06-22", "midori", 12, "midori_2607"), sold=6, price=3480, sell_in=("2026-08-01", "2026-10-10"),
          returned=("CUSTOMER_DAMAGED", "CUSTOMER_DAMAGED"), said=(("NOT_AS_DESCRIBED", "開封済みで、指紋が付いていました。"), ("OTHER", "Looks used. The box was opened before.")),
          about="two buyers call a New unit used or opened", fires=("COND-004",), clear=("COND-005", "COND-006", "PROOF-014")),
    plain("returned-as-used-once", "ソラバコ 卓上ミラー 丸形", Buy("2026-06-22", "midori", 12, "midori_2607"), sold=6, price=3480, sell_in=("2026-08-01", "2026-10-10"),
          returned=("CUSTOMER_DAMAGED", "SELLABLE"), said=(("NOT_AS_DESCRIBED", "中古ではないでしょうか。"), ("UNWANTED_ITEM", "未使用・未開封のまま返品します。")),
          about="one buyer does, the other sends it back unused", clear=("COND-004", "COND-005", "COND-006")),
    plain("returned-as-fake", "灯里堂 革のキーホルダー 桜", Buy("2026-06-22", "haruno", 12, "haruno_2608"), sold=6, price=2480, sell_in=("2026-08-01", "2026-10-10"),
          returned=("SELLABLE", "SELLABLE"), said=(("NOT_AS_DESCRIBED", "写真と刻印が違います。偽物だと思います。"), ("OTHER", "I think it is a fake.")),
          about="two buyers call it a copy", fires=("COND-005",), clear=("COND-004", "COND-006")),
    plain("returned-not-fake", "灯里堂 合成皮革の小物入れ", Buy("2026-06-22", "haruno", 12, "haruno_2608"), sold=6, price=2480, sell_in=("2026-08-01", "2026-10-10"),
          returned=("SELLABLE", "SELLABLE"), said=(("UNWANTED_ITEM", "フェイクレザーの匂いが苦手でした。"), ("UNWANTED_ITEM", "The fake leather smells.")),
          about="buyers name the material, no copy", clear=("COND-004", "COND-005", "COND-006")),
    plain("returned-as-defective", "トキワギ 下げ振り 300g", Buy("2026-05-18", "tokiwagi", 12, "tokiwagi_2605"), sold=6, price=1980, sell_in=("2026-08-01", "2026-10-10"),
          returned=("DEFECTIVE", "DEFECTIVE"), said=(("DEFECTIVE", ""), ("CR-DEFECTIVE", "The reel stopped working.")),
          about="two units came back as defective", fires=("COND-006",), clear=("COND-004", "COND-005")),
    plain("returned-damaged-on-the-way", "トキワギ 下げ振り 500g", Buy("2026-05-18", "tokiwagi", 12, "tokiwagi_2605"), sold=6, price=2280, sell_in=("2026-08-01", "2026-10-10"),
          returned=("CUSTOMER_DAMAGED", "CUSTOMER_DAMAGED"), said=(("DAMAGED_BY_CARRIER", "届いたときに壊れていました。"), ("DAMAGED_BY_FC", "It was broken.")),
          about="damage that may be the carrier's does not count", clear=("COND-004", "COND-005", "COND-006")),
    # --- MIX
    plain("parallel-goods-plain-page", "Quillmere クイルミア 革製ペンケース ブラウン", Buy("2026-03-05", "takasaki", 6, "takasaki_2603"), sold=3, price=4980,
          brand="quillmere", about="parallel imports on a page without the marking", fires=("MIX-001",), clear=("LAW-011", "MIX-002", "MIX-003", "MIX-005", "PROOF-001")),
    plain("parallel-goods-note-only", "Quillmere クイルミア 革製ペンケース ブラック", Buy("2026-03-05", "takasaki", 6, "takasaki_2603"), sold=2, price=4980,
          brand="quillmere", note="並行輸入品です。新品未開封。", about="the note says it, the page does not: no cure",
          fires=("MIX-001", "MIX-004"), clear=("MIX-002", "MIX-003")),
    plain("parallel-goods-domestic-page", "Tavorino タヴォリーノ ドリップスタンド 【国内正規品】", Buy("2026-06-20", "lantern", 4, "lantern_2607"), sold=1, price=5980,
          brand="tavorino", about="parallel imports on a page marked as domestic goods", fires=("MIX-001",), clear=("MIX-002", "MIX-003")),
    plain("parallel-goods-parallel-page", "Tavorino タヴォリーノ ドリップケトル 0.9L [並行輸入品]", Buy("2026-06-20", "lantern", 4, "lantern_2607"), sold=1, price=6980,
          brand="tavorino", distribution="jp_parallel_import", note="並行輸入品です。", about="where they belong",
          clear=("MIX-001", "MIX-002", "MIX-003", "MIX-004", "MIX-005")),
    plain("domestic-goods-parallel-page", "OSTAVIK オスタヴィク ウエストバッグ ブラック [並行輸入品]", Buy("2026-06-08", "kurogane", 5, "kurogane_2606"), sold=2, price=5980,
          brand="ostavik", distribution="jp_parallel_import", about="domestic goods on the parallel page", fires=("MIX-002",), clear=("MIX-001", "MIX-003", "MIX-004")),
    plain("both-routes", "NORVELIA ノルヴェリア レードル オーク [並行輸入品]", Buy("2026-03-30", "nordhaven", 6, "nordhaven_2604"),
          Buy("2026-07-09", "midori", 4, "midori_2607"), sold=3, distribution="jp_parallel_import",
          brand="norvelia", about="one page, goods of both routes; the domestic ones stand on a parallel page", fires=("MIX-002", "MIX-003"), clear=("LAW-012", "MIX-001", "MIX-005")),
    plain("note-says-domestic", "Halmstrand ハルムストラン チタンマグ 300ml [並行輸入品]", Buy("2026-04-02", "nordhaven", 6, "nordhaven_2604"), sold=2, price=3980,
          brand="halmstrand", distribution="jp_parallel_import", note="国内正規品です。新品未開封。", about="parallel page, the note says domestic",
          fires=("MIX-004",), clear=("MIX-001", "MIX-002", "MIX-005")),
    plain("note-says-parallel", "Voltamica ヴォルタミカ USB充電器 30W 【国内正規品】", Buy("2026-06-11", "kurogane", 7, "kurogane_2606"), sold=3, price=3280,
          brand="voltamica", note="並行輸入品のため説明書は英語です。", about="domestic page, the note says parallel",
          fires=("LAW-007", "MIX-004",), clear=("LAW-013", "MIX-001", "MIX-002", "MIX-005")),
    plain("title-says-both", "真鍮ペントレー 国内正規品 [並行輸入品]", Buy("2026-06-05", "yokomichi", 5, "yokomichi_2606"), sold=1,
          about="the title carries both markings", fires=("MIX-005",), clear=("MIX-004",)),
    # --- IP
    plain("brand-restricted-and-faked", "バーバリー チェック柄ハンカチ ネイビー [並行輸入品]", Buy("2026-03-06", "takasaki", 4, "takasaki_2603"), sold=1, price=3980,
          distribution="jp_parallel_import", brand="BURBERRY", about="brand of the shipped list, in kana",
          fires=("IP-001", "IP-003"), clear=("IP-002", "IP-004", "MIX-001")),
    plain("brand-restricted", "NIKE スポーツソックス 3足組 ホワイト [並行輸入品]", Buy("2026-03-06", "takasaki", 6, "takasaki_2603"), sold=2, price=1980,
          distribution="jp_parallel_import", brand="NIKE", about="brand of the shipped list, in latin letters; its entry as a complainer is opt-in",
          fires=("IP-001",), clear=("IP-002", "IP-003", "IP-004")),
    plain("brand-against-parallel", "コンバース キャンバススニーカー 25cm ホワイト [並行輸入品]", Buy("2026-03-08", "takasaki", 4, "takasaki_2603"), sold=2, price=7980,
          distribution="jp_parallel_import", brand="CONVERSE", about="its owner in Japan acts against parallel imports",
          fires=("IP-007", "IP-002",), clear=("IP-001", "IP-003", "IP-004", "MIX-001")),
    plain("brand-faked", "スターバックス ステンレスボトル 473ml ホワイト [並行輸入品]", Buy("2026-09-03", "takasaki", 4, "takasaki_2609"), sold=1, price=4980,
          distribution="jp_parallel_import", brand="", about="brand of the shipped list", fires=("IP-003",), clear=("IP-009", "IP-001", "IP-002", "IP-004")),
    plain("brand-in-catalog-only", "ロゴ刺繍キャップ ネイビー [並行輸入品]", Buy("2026-09-03", "takasaki", 4, "takasaki_2609"), sold=1, price=5480,
          distribution="jp_parallel_import", brand="Tommy Hilfiger", about="the title is silent, the catalogue names the brand",
          fires=("IP-003",), clear=("IP-001", "IP-004")),
    plain("brand-authorised-only", "ミルボン ヘアコーム 携帯用", Buy("2026-08-05", "haruno", 4, "haruno_2608"), sold=1, price=1480,
          brand="ミルボン", about="sold through hairdressers only", fires=("PROOF-016", "IP-004",), clear=("IP-007", "IP-001", "IP-002", "IP-003")),
    plain("brand-inside-a-word", "クイルミア ナイキスト線図の学習ノート B5 [並行輸入品]", Buy("2026-09-04", "takasaki", 6, "takasaki_2609"), sold=2, price=1280,
          distribution="jp_parallel_import", brand="quillmere", about="ナイキスト is no ナイキ", clear=("IP-001", "IP-002", "IP-005")),
    plain("watched-asin", "ソラバコ コードケース L", Buy("2026-07-15", "midori", 6, "midori_2607"), sold=2, watched="権利者から警告があったと同業者から聞いた",
          about="on the seller's own list", fires=("IP-005",), clear=("LAW-014", "LIST-002", "PROOF-001",)),
    plain("watched-asin-2", "ペタリュヌ 猫用トンネル", Buy("2026-07-15", "midori", 6, "midori_2607"), sold=1, watched="商品ページの画像に権利表示が追加された",
          about="on the seller's own list", fires=("IP-005",), clear=("PROOF-001",)),
    # --- COND and used goods
    plain("new-from-flea-market", "電子辞書 英語モデル ED-3 ホワイト", Buy("2026-08-20", "mercari", 2), price=14800, inbound=0,
          note="新品未開封品です。", about="offered as New, bought in a flea-market app",
          fires=("LAW-020", "COND-001", "PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-002", "PROOF-003", "PROOF-007")),
    plain("new-from-recycle-shop", "ICレコーダー 8GB VR-8", Buy("2026-09-12", "hardoff", 1), price=6980, inbound=0,
          about="offered as New, bought in a recycle shop", fires=("COND-001", "PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-002",)),
    plain("new-with-dents", "カゼモリ 空気清浄機 KA-7", Buy("2026-07-13", "midori", 4, "midori_2607"), sold=1, price=12800,
          note="新品ですが外箱に凹みと傷があります。", about="New, and the note tells of damage", fires=("LAW-007", "COND-002",), clear=("COND-001", "PROOF-001")),
    plain("new-but-opened", "カゼモリ 体組成計 KB-3", Buy("2026-07-13", "midori", 4, "midori_2607"), sold=1, price=3980,
          note="動作確認のため開封済みです。", about="New, and the note tells that it was opened", fires=("COND-002",), clear=("COND-001",)),
    plain("new-unopened", "カゼモリ キッチンスケール KS-2", Buy("2026-07-13", "midori", 6, "midori_2607"), sold=2,
          note="新品未開封品です。", about="未開封 holds 開封, but means the opposite", clear=("COND-002",)),
    plain("used-radio", "卓上ラジオ RT-20 木目", Buy("2026-05-23", "bookoff", 1, "bookoff_2605", "antique"), price=5980, condition=2,
          note="目立つ傷はなく動作良好です。", about="used goods of a recycle shop, with a receipt", fires=("PROOF-008",), clear=("COND-001", "COND-002", "PROOF-001", "PROOF-004")),
    plain("used-camera", "フィルムカメラ FC-35 ブラック", Buy("2026-05-23", "bookoff", 1, "bookoff_2605", "antique"), price=12800, condition=3,
          note="外装にスレと小傷があります。電池室に劣化があります。", about="used, and the note says so: as it should be", fires=("PROOF-008",), clear=("COND-001", "COND-002")),
    plain("used-typewriter", "英文タイプライター 携帯型 水色", Buy("2026-05-23", "bookoff", 1, "bookoff_2605", "antique"), sold=1, price=16800, condition=3,
          note="年代相応の傷、打鍵は確認済み。", about="used goods of a recycle shop", fires=("PROOF-008",), clear=("COND-001", "COND-002")),
    plain("used-from-app", "携帯ゲーム機用 ドック DG-1", Buy("2026-08-02", "mercari", 1, "", "antique"), price=4980, condition=2, inbound=0,
          note="箱なし、本体のみ。", about="used goods of a flea-market app", fires=("PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-001", "COND-002")),
    plain("used-from-auction", "単眼鏡 8x25 革ケース付", Buy("2026-08-09", "yahuoku", 1, "", "antique"), price=6480, condition=1, inbound=0,
          about="used goods of an auction", fires=("PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-001",)),
    plain("used-from-person", "手回しミシン 昭和 黒", Buy("2026-09-20", "", 1, "", "antique", person="架空 花子"), fba=False, price=24800, condition=4,
          note="箱に傷みがあります。", about="bought from a private person", fires=("PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-001", "COND-002")),
    plain("used-from-person-2", "陶製招き猫 30cm", Buy("2026-09-27", "", 1, "", "antique", person="見本 一郎"), fba=False, price=8800, condition=3,
          about="bought from a private person", fires=("PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-001",)),
    # --- LIST
    plain("listing-jan-wrong", "トキワギ 巻尺 3.5m", Buy("2026-05-14", "tokiwagi", 6, "tokiwagi_2605", by=("sku", "asin")), sold=2, jan_id=True, bad_jan=True,
          about="the JAN of the listing has a wrong check digit", fires=("LIST-001",), clear=("PROOF-001",)),
    plain("ledger-jan-wrong", "トキワギ 巻尺 5.5m", Buy("2026-05-14", "tokiwagi", 6, "tokiwagi_2605", jan="wrong"), sold=2,
          about="the JAN of the ledger has a wrong check digit", fires=("LIST-001",), clear=("PROOF-001",)),
    plain("ledger-jan-from-spreadsheet", "トキワギ 巻尺 7.5m", Buy("2026-05-14", "tokiwagi", 6, "tokiwagi_2605", jan="scientific"), sold=1,
          about="a JAN turned into 4.9E+12 by a spreadsheet: an issue of reading", may=("LIST-001",), clear=("PROOF-001",)),
    plain("jan-only-ledger", "トキワギ 水平器 30cm", Buy("2026-05-15", "tokiwagi", 8, "tokiwagi_2605", by=("jan",)), sold=3, jan_id=True,
          about="listing by JAN, ledger and invoice know only the JAN", clear=("LIST-001", "PROOF-001", "PROOF-009")),
    plain("jan-only-ledger-2", "トキワギ 水平器 45cm", Buy("2026-05-15", "tokiwagi", 7, "tokiwagi_2605", by=("jan",)), sold=2, jan_id=True,
          about="listing by JAN, ledger and invoice know only the JAN", clear=("LIST-001", "PROOF-001", "PROOF-009")),
    # --- wording, goods with rules of their own, the own list
    plain("letter-on-file", "ナプラ ヘアクリップ 4個", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=980,
          brand="ナプラ", about="sold through hairdressers only, and the supplier has a letter that is valid", fires=("IP-004",), clear=("PROOF-016", "IP-007")),
    plain("own-list-name", "タビラ工房 木彫りのふくろう 小", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=3480,
          about="a name of the seller's own list", fires=("IP-002",), clear=("IP-001", "IP-003", "IP-007")),
    plain("brandless-goods", "ソラバコ スマホスタンド 角度調整", Buy("2026-07-14", "midori", 6, "midori_2607", text="スマホスタンド ノーブランド品"), sold=1, price=1280,
          brand="sorabako", about="the ledger says no brand, the page has one", fires=("MIX-006",), clear=("MIX-007", "IP-006")),
    plain("branded-goods", "ソラバコ タブレットスタンド", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=1980,
          brand="sorabako", about="the ledger names the brand of the page", clear=("MIX-006",)),
    plain("name-on-brandless-page", "シュプリーム ロゴ ステッカー 5枚", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=780,
          brand="ノーブランド品", about="a page without a brand whose title names one", fires=("MIX-007", "IP-003"), clear=("MIX-006", "IP-009")),
    plain("mark-leads", "iPhone 保護フィルム 2枚組 ソラバコ", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=980,
          brand="sorabako", about="the mark of a phone maker stands in front", fires=("IP-006",), clear=("IP-003",)),
    plain("mark-behind-own-name", "ソラバコ iPhone 対応 保護フィルム 1枚", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=680,
          brand="sorabako", about="own name in front, then what it fits", clear=("IP-006",)),
    plain("worded-like-a-copy", "革の名刺入れ 焦茶", Buy("2026-07-14", "midori", 6, "midori_2607"), sold=1, price=2480,
          note="有名ブランド風のデザインです。", about="the note speaks of the style of a brand", fires=("IP-008",), clear=("IP-006",)),
    plain("warns-of-copies", "灯里堂 真鍮の火消し", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=2980,
          note="模倣品にご注意ください。", about="a warning about copies is none", clear=("IP-008",)),
    plain("copied-brand-from-app", "スターバックス 保冷バッグ 2023", Buy("2026-08-20", "mercari", 1, "", "antique"), fba=False, price=4980, condition=3,
          about="a brand that is copied, bought in a flea-market app",
          fires=("IP-003", "IP-009", "PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-001",)),
    plain("drug", "【第2類医薬品】かぜ薬 顆粒 10包", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=980,
          about="the class mark of a drug", fires=("LAW-003",), clear=("LAW-004", "LAW-006")),
    plain("chest-for-drugs", "ユメノキ 救急箱 ナチュラル", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=3980,
          about="a box for drugs is none", clear=("LAW-003", "LAW-005")),
    plain("cosmetic", "ラベンダー化粧水 100ml", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1480,
          about="a cosmetic, of the domestic route", fires=("LAW-004",), clear=("LAW-013", "LAW-010")),
    plain("bottle-for-cosmetic", "化粧水 詰め替えボトル 100ml", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=480,
          about="a bottle for it", clear=("LAW-004",)),
    plain("medical-device", "パルスオキシメーター PX-1", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=3980,
          about="a device that needs a licence", fires=("LAW-005",), clear=("LAW-007",)),
    plain("food", "緑茶ティーバッグ 20個入", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=780,
          about="food needs an expiry date and a label", fires=("LAW-006",), clear=("LAW-003",)),
    plain("glass-for-beer", "ミズイロ舎 ビール グラス 2客", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1980,
          about="a glass is no beer", clear=("LAW-006",)),
    plain("parallel-battery", "Halmstrand ハルムストラン モバイルバッテリー 10000mAh [並行輸入品]", Buy("2026-04-02", "nordhaven", 6, "nordhaven_2604"), sold=1,
          price=5980, brand="halmstrand", distribution="jp_parallel_import", about="a battery for another market may lack the PSE mark",
          fires=("LAW-007", "LAW-013"), clear=("MIX-001",)),
    plain("toy-from-6-months", "ユメノキ 木のラトル 6ヶ月から", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1480,
          brand="yumenoki", about="a toy for under 3; an advisory makes it weigh heavier", fires=("LAW-008",), clear=("LAW-012",)),
    plain("toy-from-3-years", "ユメノキ 型はめブロック 対象年齢3歳以上", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=2480,
          brand="yumenoki", about="from 3 years", clear=("LAW-008",)),
    plain("laser-pointer", "レーザーポインター LP-2", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1980,
          about="needs the PSC mark", fires=("LAW-009",), clear=("LAW-008",)),
    plain("pan-for-gas", "トキワギ 卵焼き器 ガス火専用", Buy("2026-05-14", "tokiwagi", 6, "tokiwagi_2605"), sold=1, price=2480,
          about="a pan for gas is no gas appliance", clear=("LAW-009", "LAW-014")),
    plain("spray", "帆布用 防水スプレー 300ml", Buy("2026-08-05", "haruno", 6, "haruno_2608"), fba=False, sold=1, price=1280,
          about="dangerous goods at FBA", fires=("LAW-010",), clear=("LAW-006",)),
    plain("spray-bottle", "ミズイロ舎 スプレーボトル 遮光 100ml", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=680,
          about="an empty bottle", clear=("LAW-010",)),
    plain("exclusive", "【Amazon.co.jp限定】灯里堂 和紙の灯り 丸", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=3480,
          about="exclusive to Amazon", fires=("LAW-011",), clear=("LAW-009",)),
    plain("tortoiseshell-pattern", "べっ甲柄 眼鏡ケース", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1480,
          about="a pattern is no animal", clear=("LAW-011",)),
    plain("sent-from-abroad", "【海外発送】自転車用ベル 真鍮", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1280,
          about="says that it is sent from abroad", fires=("LAW-014",), clear=("LAW-009",)),
    plain("title-with-html", "ミズイロ舎 豆皿&nbsp;5枚組", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=1480,
          about="an entity of HTML in the title", fires=("LIST-003",), clear=("LIST-002", "LIST-004")),
    plain("title-too-long", "灯里堂 卓上小物入れ " + "和紙貼り 引き出し付き 収納 整理 木箱 文具入れ 裁縫箱 薬味入れ 小間物 贈り物 引っ越し祝い 新築祝い 誕生日 母の日 父の日 敬老の日 還暦祝い 記念品 内祝い 結婚祝い",
          Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, price=4980, about="more than 80 full-width characters", fires=("LIST-004",), clear=("LIST-003", "LIST-005")),
    plain("asks-for-reviews", "ペタリュヌ 猫用ブランケット", Buy("2026-07-15", "midori", 6, "midori_2607"), sold=1, price=1980,
          note="レビュー投稿でおやつをプレゼント！", about="a gift for a review", fires=("LIST-005",), clear=("IP-008",)),
    # --- ACCT
    plain("pledged-and-listed", "ペタリュヌ 爪切り 小動物用", Buy("2026-07-16", "midori", 6, "midori_2607"), sold=2, pledged="2026-05-15",
          about="pledged in May, bought again in July", fires=("ACCT-001",), clear=("PROOF-001",)),
    plain("pledged-and-gone", "ペタリュヌ 猫用首輪 鈴付", Buy("2026-02-10", "midori", 3, "midori_2602"), sold=3, listed=False, pledged="2026-06-20",
          about="pledged, sold out before and no longer listed", clear=("ACCT-001",)),
    # --- joining
    plain("page-with-two-offers", "灯里堂 LED行灯 小", Buy("2026-03-09", "haruno", 8, "haruno_2603"), sold=3, price=3980,
          about="FBA offer of a page that has a seller-fulfilled offer too", clear=("PROOF-014", "PROOF-015")),
    plain("page-with-two-offers-2", "灯里堂 LED行灯 小", Buy("2026-03-09", "haruno", 3, "haruno_2603"), sold=1, price=4080, fba=False,
          page_of="page-with-two-offers", about="the seller-fulfilled offer of that page", clear=("PROOF-010", "PROOF-014", "PROOF-015")),
    plain("stock-without-listing", "ミズイロ舎 洗面器 クリア", Buy("2026-08-07", "haruno", 5, "haruno_2608"), sold=2, listed=False, status="stock-only",
          about="in the FBA report only: the offer was deleted", clear=("PROOF-001", "PROOF-009", "PROOF-014")),
    plain("a-part-falls-out", "灯里堂 真鍮の燭台", Buy("2025-11-28", "haruno", 8, "haruno_2512"), Buy("2026-03-12", "haruno", 6, "haruno_2603"),
          sold=2, about="12 in stock: the newer invoice covers 6 of them, the older one falls out in 15 days",
          fires=("PROOF-017",), clear=("PROOF-001", "PROOF-002", "PROOF-003", "PROOF-004")),
]

# Hits that are about no offer.
SUPPLIER_HITS = {"PROOF-005": {"fires": ["ヨコミチ商店", "Brightgate Wholesale"],
                               "may": ["架空 花子", "見本 一郎", "Amazon"],
                               "clear": ["カワベ物産", "株式会社ハルノ卸センター", "㈱髙﨑インポート"]},
                 "PROOF-030": {"fires": ["ツバメ紙器"], "may": [], "clear": ["アサギ商店", "株式会社ハルノ卸センター"]},
                 "PROOF-031": {"fires": ["アサギ商店"], "may": [], "clear": ["株式会社ハルノ卸センター"]},
                 "PROOF-032": {"fires": ["ツバメ紙器"], "may": [], "clear": ["アサギ商店", "Nordhaven Trading Ltd."]}}
ACCOUNT_HITS = ["ACCT-040", "ACCT-041", "ACCT-042", "ACCT-043", "LAW-001", "LAW-002", "LAW-021", "ACCT-010", "ACCT-013", "ACCT-014", "ACCT-020", "ACCT-021", "ACCT-024"]
ACCOUNT_CLEAR = ["ACCT-011", "ACCT-012", "ACCT-015", "ACCT-016", "ACCT-022", "ACCT-023", "ACCT-030", "ACCT-031", "ACCT-032"]

# Own list of watched ASINs that are not in the account.
WATCHED_ELSEWHERE = [("B0Z9QK4WHT", "同業者の出品停止例")]
PLEDGED_ELSEWHERE = [("B0Z7MVX3RD", "2025-10-03", "出店直後の真贋調査で誓約")]

# --------------------------------------------------------------------------------------------
# Inside the papers: cases whose fault shows only when the file is opened. They come last in the
# account, so that the codes of all other goods stay what they are.
# --------------------------------------------------------------------------------------------

DOCUMENTS |= {
    "midori_cut": Document("midori_202611.pdf", "請求書", "midori", "2026-11-06", "MZ-261106", ("asin",), content="cut"),
    "haruno_marked": Document("haruno_20261104.pdf", "請求書", "haruno", "2026-11-04", "HR-2611-018", content="marked"),
    "haruno_edited": Document("haruno_20261105.pdf", "請求書", "haruno", "2026-11-05", "HR-2611-023", content="edited"),
    "haruno_once": Document("haruno_20261106.pdf", "請求書", "haruno", "2026-11-06", "HR-2611-031"),
    "haruno_again": Document("haruno_20261110.pdf", "請求書", "haruno", "2026-11-10", "HR-2611-031"),
    "kurogane_wrong": Document("kurogane_202611.pdf", "請求書", "kurogane", "2026-11-09", "KG2026-1109", content="wrong"),
    "tokiwagi_other": Document("tokiwagi_202611.pdf", "請求書", "tokiwagi", "2026-11-09", "TW-26-1109", addressee="ヒナタ坂物販"),
}

PAPER_CASES = [
    plain("paper-cut-off", "ソラバコ 工具箱 浅型", Buy("2026-11-02", "midori", 5, "midori_cut"),
          about="the download of the PDF broke off", fires=("PROOF-018",), clear=("PROOF-001", "PROOF-006")),
    plain("paper-marked", "灯里堂 短冊掛け", Buy("2026-11-02", "haruno", 5, "haruno_marked"),
          about="the ASIN was written on the PDF, its line highlighted", fires=("PROOF-019",), clear=("PROOF-018", "PROOF-020")),
    plain("paper-edited", "灯里堂 文鎮 山", Buy("2026-11-02", "haruno", 5, "haruno_edited"),
          about="saved by a PDF editor three days after it was made", fires=("PROOF-020",), clear=("PROOF-018", "PROOF-019", "PROOF-022")),
    plain("paper-number-once", "ミズイロ舎 歯ブラシ立て", Buy("2026-11-03", "haruno", 5, "haruno_once"),
          about="an invoice whose number another paper bears as well", fires=("PROOF-021",), clear=("PROOF-022",)),
    plain("paper-number-again", "ミズイロ舎 歯ブラシ立て 二本", Buy("2026-11-07", "haruno", 5, "haruno_again"),
          about="that other paper, of another day", fires=("PROOF-021",), clear=("PROOF-022",)),
    plain("paper-wrong-number", "OSTAVIK オスタヴィク 栓抜き 日本正規品", Buy("2026-11-05", "kurogane", 5, "kurogane_wrong"),
          about="the number in the index is not the one on the paper", fires=("PROOF-022",), clear=("PROOF-018", "PROOF-021")),
    plain("paper-other-addressee", "トキワギ 毛抜き 斜め", Buy("2026-11-05", "tokiwagi", 5, "tokiwagi_other"),
          about="made out to another shop", fires=("PROOF-023",), clear=("PROOF-022",)),
]
CASES += PAPER_CASES

# --------------------------------------------------------------------------------------------
# Second proofs, twins, prices, stock and the ledger: they come behind those, for the same reason.
# --------------------------------------------------------------------------------------------

DOCUMENTS |= {
    "asagi_2610": Document("asagi_202610.pdf", "請求書", "asagi", "2026-10-15", "AS-261015"),
    "tsubame_2610": Document("tsubame_202610.pdf", "請求書", "tsubame", "2026-10-16", "TB-1016"),
}

LATE_CASES = [
    plain("number-of-sole-trader", "アサギ 竹の耳かき", Buy("2026-10-12", "asagi", 5, "asagi_2610"), sold=1,
          about="proven; the supplier's T-number has no check digit", clear=("PROOF-001", "PROOF-033")),
    plain("number-cut-off", "ツバメ紙器 書類箱 A4", Buy("2026-10-12", "tsubame", 5, "tsubame_2610"), sold=1,
          about="proven; number and phone of the supplier are cut off", clear=("PROOF-001", "PROOF-033")),
    plain("bought-another-model", "カゼモリ 加湿フィルター KF-21", Buy("2026-07-14", "midori", 6, "midori_2607", text="加湿フィルター KF-25", by=("sku", "asin")), sold=1,
          about="the ledger has another model number", fires=("PROOF-033",), clear=("PROOF-001", "LIST-001")),
    plain("bought-another-jan", "ソラバコ 吊り下げラック 3段", Buy("2026-07-14", "midori", 6, "midori_2607", jan="other"), sold=1,
          about="the ledger has the JAN of another item", fires=("PROOF-033",), clear=("PROOF-001", "LIST-001")),
    plain("bought-by-short-name", "ソラバコ 吊り下げラック 5段", Buy("2026-07-14", "midori", 6, "midori_2607", text="吊下げラック", by=("sku", "asin")), sold=1,
          about="another wording of the same item", clear=("PROOF-033",)),
    plain("twin-domestic", "Voltamica ヴォルタミカ ケーブルポーチ S 【国内正規品】", Buy("2026-06-11", "kurogane", 5, "kurogane_2606"), sold=1,
          about="its JAN stands on a parallel page too", fires=("MIX-010",), clear=("MIX-001", "MIX-002", "MIX-003")),
    plain("twin-parallel", "Voltamica ヴォルタミカ ケーブルポーチ S [並行輸入品]", Buy("2026-04-02", "nordhaven", 5, "nordhaven_2604"), sold=1,
          jan_of="twin-domestic", distribution="jp_parallel_import", about="that parallel page: told once, on the first of both", clear=("MIX-001", "MIX-010")),
    plain("family-domestic", "Voltamica ヴォルタミカ 卓上ミラー ホワイト 【国内正規品】", Buy("2026-06-11", "kurogane", 5, "kurogane_2606"), sold=1,
          family="mirror", about="its family holds a parallel page", fires=("MIX-011",), clear=("MIX-010",)),
    plain("family-parallel", "Voltamica ヴォルタミカ 卓上ミラー ブラック [並行輸入品]", Buy("2026-04-02", "nordhaven", 5, "nordhaven_2604"), sold=1,
          family="mirror", distribution="jp_parallel_import", about="that parallel page", clear=("MIX-010", "MIX-011")),
    plain("family-of-one-route", "灯里堂 和紙箱 小", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, family="box",
          about="a family of domestic pages", clear=("MIX-011",)),
    plain("family-of-one-route-2", "灯里堂 和紙箱 大", Buy("2026-08-05", "haruno", 6, "haruno_2608"), sold=1, family="box",
          about="the other page of that family", clear=("MIX-011",)),
    plain("price-with-a-digit-too-many", "ソラバコ 卓上ごみ箱 木目", Buy("2026-07-14", "midori", 6, "midori_2607"), price=29800, cost=1490, list_price=2980,
          about="ten times the list price", fires=("LIST-010",), clear=("LIST-011",)),
    plain("price-on-the-limit", "ソラバコ 卓上ごみ箱 白", Buy("2026-07-14", "midori", 6, "midori_2607"), price=5960, list_price=2980,
          about="twice the list price", clear=("LIST-010", "LIST-011")),
    plain("price-under-cost", "ソラバコ 卓上ごみ箱 黒", Buy("2026-07-14", "midori", 6, "midori_2607"), price=1480, cost=1490,
          about="one step under what it cost", fires=("LIST-011",), clear=("LIST-010",)),
    plain("stock-for-years", "ソラバコ 仕切り板 30枚組", Buy("2026-02-12", "midori", 60, "midori_2602"), sold=2, inbound=0, price=1280,
          about="60 units bought in February, 2 sold", fires=("LIST-013",), clear=("PROOF-004", "PROOF-014")),
    plain("stock-just-in", "ソラバコ 仕切り板 10枚組", Buy("2026-07-14", "midori", 60, "midori_2607"), sold=2, inbound=0, price=680,
          about="60 units, bought within 180 days", clear=("LIST-013",)),
    plain("used-without-identity", "双眼鏡 10x42 ケース付", Buy("2026-08-12", "mercari", 1, "", "antique"), price=32800, condition=2, inbound=0,
          about="used goods of a flea-market app for more than 10,000 yen, without address or identity",
          fires=("LAW-020", "PROOF-008", "PROOF-001", "PROOF-004"), clear=("COND-001",)),
]
CASES += LATE_CASES

# --------------------------------------------------------------------------------------------
# Notices of Amazon and the goods they were about
# --------------------------------------------------------------------------------------------

DOCUMENTS |= {
    "haruno_261112": Document("haruno_20261112.pdf", "請求書", "haruno", "2026-11-12", "HR-2611-052"),
    "hinageshi_2611": Document("hinageshi_202611.pdf", "請求書", "hinageshi", "2026-11-11", "HN-261111"),
}

NOTICE_CASES = [
    plain("notice-of-a-rights-holder", "木の壁時計 八角", Buy("2026-11-09", "haruno", 5, "haruno_261112"), price=5980, notice="N-001",
          about="its rights holder complained in March, and it is offered again", fires=("IP-020",), clear=("IP-021", "IP-022", "IP-023")),
    plain("same-rights-holder", "ルリビタキ 卓上ほうき", Buy("2026-11-09", "haruno", 5, "haruno_261112"), price=2480,
          about="other goods of that rights holder", fires=("IP-022",), clear=("IP-020", "IP-021")),
    plain("notice-of-authenticity", "帆布の道具袋 中", Buy("2026-11-10", "hinageshi", 5, "hinageshi_2611"), price=3980, notice="N-002",
          about="was doubted and reinstated", fires=("IP-021",), clear=("IP-020", "IP-023")),
    plain("same-supplier", "帆布の前掛け 紺", Buy("2026-11-10", "hinageshi", 5, "hinageshi_2611"), price=4480,
          about="bought where doubted goods came from", fires=("IP-023",), clear=("IP-020", "IP-021", "IP-022")),
]
CASES += NOTICE_CASES

# What spreadsheets do to cells: n-th line of purchases.csv -> column and damage.
SPREADSHEET_DAMAGE = {
    18: ("JAN", "guard"), 9: ("単価", "comma"), 14: ("仕入日", "reiwa"), 21: ("数量", "fullwidth"), 27: ("単価", "yen"),
    33: ("仕入日", "unpadded"), 40: ("仕入日", "kanji"), 52: ("仕入先", "fullwidth"), 61: ("仕入日", "serial"),
    70: ("単価", "fullwidth"), 88: ("JAN", "guard"), 104: ("仕入先", "fullwidth"), 131: ("仕入日", "reiwa"),
}

# --------------------------------------------------------------------------------------------
# Small tools
# --------------------------------------------------------------------------------------------

JST = dt.timezone(dt.timedelta(hours=9))


def roll(sides, *what):
    """A number below `sides`, always the same for the same question."""
    digest = hashlib.sha256("|".join(str(w) for w in what).encode()).digest()
    return int.from_bytes(digest[:8], "big") % sides


def letters(count, *what, alphabet="0123456789ABCDEFGHJKLMNPQRSTVWXYZ"):
    return "".join(alphabet[roll(len(alphabet), i, *what)] for i in range(count))


def day(text):
    return dt.date.fromisoformat(text)


def jan_code(body):
    """Twelve digits and their check digit (mod 10, weights 1 and 3)."""
    weighted = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(body))
    return body + str(-weighted % 10)


def t_number(body):
    """T and thirteen digits: the check digit of a corporate number stands in front (mod 9)."""
    twelve = f"{body:012d}"
    weighted = sum(int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(twelve)))
    return f"T{9 - weighted % 9}{twelve}"


def asin_code(name):
    # B0Z was not yet given out on the demo day, so these are nobody's pages.
    return "B0Z" + letters(6, "asin", name) + str(roll(10, "asin digit", name))


def yen(amount):
    return f"{amount:,}"


def reiwa(date):
    return f"令和{date.year - 2018}年{date.month}月{date.day}日"


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


def table(rows, delimiter=",", quoting=csv.QUOTE_MINIMAL, end="\r\n"):
    """Rows as RFC 4180 text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return out.getvalue()


def tabs(rows):
    """Rows as Amazon writes them: TAB, nothing quoted, a quote is data."""
    for row in rows:
        for cell in row:
            assert not set(str(cell)) & set("\t\r\n"), cell
    return "".join("\t".join(str(cell) for cell in row) + "\n" for row in rows)


# --------------------------------------------------------------------------------------------
# The account: items with codes, orders and stock
# --------------------------------------------------------------------------------------------


@dataclass
class Order:
    number: str
    at: dt.datetime
    item: Item
    units: int
    cancelled: bool = False


def build():
    """All items of the account, planted and ordinary, with their orders and stock."""
    items = list(CASES) + ordinary() + ended()
    # Planted goods lie among the ordinary ones, as they would in life.
    late = {case.case: number for number, case in enumerate([*LATE_CASES, *NOTICE_CASES], 1)}
    items.sort(key=lambda item: (late.get(item.case, 0), item in PAPER_CASES, roll(1 << 32, "order", item.title, item.case)))
    names = {item.case: item for item in items if item.case}
    for number, item in enumerate(items, 1):
        give_codes(item, number, names)
        give_orders(item)
        give_stock(item)
        empty = item.on_hand + item.reserved + item.inbound == 0 if item.quantity < 0 else item.quantity == 0
        if item.listed and item.status == "Active" and empty:
            item.fires += ("LIST-012",)
    for item in items:
        if item.jan_of:
            item.jan = names[item.jan_of].jan
    codes = [i.jan for i in items if i.jan and not i.jan_of]
    assert len(set(codes)) == len(codes)
    assert len({i.sku for i in items}) == len(items)
    assert len({i.asin for i in items}) == len(items) - sum(1 for i in items if i.page_of)
    return items


def ordinary():
    """The goods of `PRODUCT_LINES`: bought with papers, sold a few times, counted right."""
    items = []
    for line, (brand, goods, variants, price, *reminders) in enumerate(PRODUCT_LINES):
        latin, kana, _, documents, page = BRANDS[brand]
        for n, variant in enumerate(variants):
            name = f"{latin} {kana}" if page == "parallel" and latin.lower() != kana.lower() else kana
            mark = MARKS[page][line % len(MARKS[page])]
            title = f"{name} {goods} {variant}{mark}"
            notes = PARALLEL_NOTES if page == "parallel" else NOTES
            item = Item("", title, price=price + n * (price // 500) * 40, brand=brand,
                        note=notes[roll(len(notes), "note", title)], fba=roll(6, "fba", title) != 0,
                        distribution="jp_parallel_import" if page == "parallel" else "", fires=tuple(reminders))
            item.buys = [buy_under(documents[n % len(documents)], title, item.fba)]
            if len(documents) > 1 and item.fba and roll(12, "again", title) == 0:
                item.buys.append(buy_under(documents[(n + 1) % len(documents)], title, True))
                item.buys.sort(key=lambda buy: buy.day)
            give_sales(item)
            items.append(item)
    return items


def buy_under(document, title, fba):
    issued = day(DOCUMENTS[document].issued)
    bought = issued - dt.timedelta(days=3 + roll(20, "bought", document, title))
    units = 5 + roll(10, "units", document, title) if fba else 3 + roll(3, "units", document, title)
    return Buy(bought.isoformat(), DOCUMENTS[document].supplier, units, document)


def give_sales(item):
    bought = item.buys[0].units
    if item.fba:
        item.sold = min(bought, [0, 0, 1, 1, 2, 2, 3, 4][roll(8, "sold", item.title)])
        if item.sold and roll(16, "returned", item.title) == 0:
            item.returned = ("SELLABLE",)
    else:
        # At most two units left: seller-fulfilled stock stands in no FBA count.
        item.sold = bought - 1 - roll(2, "left", item.title)
    item.cancelled = 1 if roll(28, "cancelled", item.title) == 0 else 0


def ended():
    return [Item("", title, price=680 + 100 * n, fba=False, status="Inactive", quantity=0) for n, title in enumerate(ENDED)]


def give_codes(item, number, names):
    first = min((b.day for b in item.buys), default=f"2025-0{8 + roll(2, 'month', item.title)}-{10 + roll(18, 'day', item.title)}")
    item.sku = f"KJ{first[2:4]}{first[5:7]}-{number:04d}"
    item.asin = asin_code(names[item.page_of].title + item.page_of if item.page_of else item.title + item.case)
    code = roll(100_000, "jan", item.title)
    for key, (latin, kana, *_) in BRANDS.items():
        if not item.brand and item.title.startswith((latin + " ", kana + " ")):
            item.brand = key
    if item.brand in BRANDS and not item.page_of:
        page = BRANDS[item.brand][4]
        item.jan = "" if page == "parallel" and roll(2, "has jan", item.title) else jan_code(
            {"": "4900000", "genuine": "4580000", "parallel": "4589999"}[page] + f"{code:05d}")


def give_orders(item):
    first_buy = item.buys[0] if item.buys else None
    start, end = dt.date(2025, 12, 10), dt.date(2026, 11, 17)
    if first_buy:
        # What does not fit in the first lot is sold after the last one.
        lot = first_buy if item.sold + item.sold_before <= first_buy.units else item.buys[-1]
        start = max(start, day(lot.day) + dt.timedelta(days=12))
    if item.sell_in:
        start, end = day(item.sell_in[0]), day(item.sell_in[1])
    spread(item, item.sold, start, end, "sold")
    spread(item, item.sold_before, dt.date(2025, 10, 4), dt.date(2025, 11, 14), "before")
    spread(item, item.cancelled, start, end, "cancelled")
    assert item.sold == 0 or start < end, item.title


def spread(item, units, start, end, what):
    """Orders of one to three units over the days from `start` to `end`."""
    turn = 0
    while units > 0:
        count = min(units, [1, 1, 1, 2, 3][roll(5, what, turn, item.title)])
        date = start + dt.timedelta(days=roll((end - start).days + 1, what, "day", turn, item.title))
        at = dt.datetime(date.year, date.month, date.day, roll(24, what, "h", turn, item.title),
                         roll(60, what, "m", turn, item.title), roll(60, what, "s", turn, item.title), tzinfo=JST)
        number = f"{('503', '249', '250')[roll(3, what, 'a', turn, item.title)]}-{roll(10**7, what, 'b', turn, item.title):07d}-{roll(10**7, what, 'c', turn, item.title):07d}"
        item.orders.append(Order(number, at, item, count, what == "cancelled"))
        # One order whose item stands in two equal lines: both count.
        if item.case == "told-three-times" and turn == 0 and count < units:
            item.orders.append(Order(number, at, item, count))
            units -= count
        units -= count
        turn += 1


def give_stock(item):
    """Splits the units that must be there into on hand, reserved, unsellable and inbound."""
    total = item.stock()
    assert total >= 0, item.title
    if not item.fba or item.status == "Inactive" and total == 0:
        item.on_hand, item.inbound = total, 0
        return
    item.unsellable = sum(1 for d in item.returned if d != "SELLABLE") - item.removed
    free = total - item.unsellable
    item.reserved = 1 if free > 3 and roll(5, "reserved", item.title) == 0 and not item.case else 0
    free -= item.reserved
    if item.inbound < 0:
        item.inbound = min(free - 1, 2) if free > 3 and roll(9, "inbound", item.title) == 0 and not item.case else 0
    item.on_hand = free - item.inbound
    assert item.on_hand >= 0, item.title


# --------------------------------------------------------------------------------------------
# Amazon's reports
# --------------------------------------------------------------------------------------------

LISTING_JA = ["商品名", "出品ID", "出品者SKU", "価格", "数量", "出品日", "商品IDタイプ", "コンディション説明", "コンディション", "国外へ配送可",
              "迅速な配送", "商品ID", "在庫数", "フルフィルメント・チャンネル", "merchant-shipping-group", "ポイント", "ステータス"]
LISTING_EN = ["item-name", "item-description", "listing-id", "seller-sku", "price", "quantity", "open-date", "image-url",
              "item-is-marketplace", "product-id-type", "zshop-shipping-fee", "item-note", "item-condition", "zshop-category1",
              "zshop-browse-path", "zshop-storefront-feature", "asin1", "asin2", "asin3", "will-ship-internationally",
              "expedited-shipping", "zshop-boldface", "product-id", "bid-for-featured-placement", "add-delete",
              "pending-quantity", "fulfillment-channel", "merchant-shipping-group", "status"]


def listing_cells(item):
    """What both forms of the listings report say of an offer."""
    first = min((b.day for b in item.buys), default="")
    opened = day(first) + dt.timedelta(days=5) if first else day(f"20{item.sku[2:4]}-{item.sku[4:6]}-11")
    time = f"{roll(24, 'open', item.sku):02d}:{roll(60, 'open m', item.sku):02d}:{roll(60, 'open s', item.sku):02d}"
    jan = item.jan[:-1] + str((int(item.jan[-1]) + 1) % 10) if item.bad_jan else item.jan
    quantity = "" if item.fba else item.on_hand if item.quantity < 0 else item.quantity
    return {
        "title": item.title, "id": f"{opened:%m%d}Z" + letters(7, "listing", item.sku), "sku": item.sku, "price": item.price,
        "quantity": quantity, "opened": f"{opened:%Y/%m/%d} {time} JST", "type": 4 if item.jan_id else 1, "note": item.note,
        "condition": item.condition, "code": jan if item.jan_id else item.asin, "asin": item.asin,
        "channel": "AMAZON_JP" if item.fba else "DEFAULT",
        "group": "" if item.fba else "通常配送", "status": item.status,
    }


def listings_ja(items):
    rows = [LISTING_JA]
    for item in items:
        if item.listed:
            c = listing_cells(item)
            rows.append([c["title"], c["id"], c["sku"], c["price"], c["quantity"], c["opened"], c["type"], c["note"], c["condition"],
                         "n", "", c["code"], 0, c["channel"], c["group"], c["price"] // 100, c["status"]])
    return tabs(rows).encode("cp932")


def listings_en(items):
    rows = [LISTING_EN]
    for item in items:
        if item.listed:
            c = listing_cells(item)
            cells = {"item-name": c["title"], "listing-id": c["id"], "seller-sku": c["sku"], "price": c["price"], "quantity": c["quantity"],
                     "open-date": c["opened"], "item-is-marketplace": "y", "product-id-type": c["type"], "item-note": c["note"],
                     "item-condition": c["condition"], "asin1": c["asin"], "will-ship-internationally": "n", "product-id": c["code"],
                     "pending-quantity": 0, "fulfillment-channel": c["channel"], "merchant-shipping-group": c["group"], "status": c["status"]}
            rows.append([cells.get(name, "") for name in LISTING_EN])
    return tabs(rows).encode()


STOCK_JA = ["出品者SKU", "FNSKU", "ASIN", "商品名", "コンディション", "価格", "出品者出荷在庫", "出品者出荷在庫(出荷可)", "Amazon出荷在庫",
            "Amazon出荷在庫(配送センター内)", "Amazon出荷在庫(出荷可)", "Amazon出荷在庫(販売不可)", "Amazon出荷在庫(引当済み)", "Amazon出荷在庫(合計)",
            "容積", "Amazon納品数(準備中)", "Amazon納品数(発送済み)", "Amazon納品数(受領中)", "afn-researching-qty", "afn-reserved-future-supply",
            "afn-future-supply-buyable"]
STOCK_EN = ["sku", "fnsku", "asin", "product-name", "condition", "your-price", "mfn-listing-exists", "mfn-fulfillable-quantity",
            "afn-listing-exists", "afn-warehouse-quantity", "afn-fulfillable-quantity", "afn-unsellable-quantity", "afn-reserved-quantity",
            "afn-total-quantity", "per-unit-volume", "afn-inbound-working-quantity", "afn-inbound-shipped-quantity",
            "afn-inbound-receiving-quantity", "afn-researching-quantity", "afn-reserved-future-supply", "afn-future-supply-buyable"]


USED_JA = ["中古 - ほぼ新品", "中古 - 非常に良い", "中古 - 良い", "中古 - 可"]
USED_EN = ["UsedLikeNew", "UsedVeryGood", "UsedGood", "UsedAcceptable"]


def stock_rows(items, new, used):
    for item in items:
        if not item.fba or not item.listed and item.status != "stock-only":
            continue
        inside = item.on_hand + item.unsellable + item.reserved
        shipped = item.inbound - item.inbound // 3
        yield [item.sku, "X00" + letters(7, "fnsku", item.sku), item.asin, item.title, new if item.condition == 11 else used[item.condition - 1], item.price,
               "No", "", "Yes", inside, item.on_hand, item.unsellable, item.reserved, inside + item.inbound,
               f"{200 + roll(9000, 'volume', item.title)}.00", item.inbound // 3, shipped, 0, 0, 0, 0]


def stock_ja(items):
    return table([STOCK_JA, *stock_rows(items, "新品", USED_JA)]).encode("cp932")


def stock_en(items):
    return tabs([STOCK_EN, *stock_rows(items, "New", USED_EN)]).encode()


# The two vintages of All Orders; columns come and go between downloads.
ORDERS_2020 = ["amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status", "fulfillment-channel",
               "sales-channel", "order-channel", "url", "ship-service-level", "product-name", "sku", "asin", "item-status", "quantity",
               "currency", "item-price", "item-tax", "shipping-price", "shipping-tax", "gift-wrap-price", "gift-wrap-tax",
               "item-promotion-discount", "ship-promotion-discount", "ship-city", "ship-state", "ship-postal-code", "ship-country",
               "promotion-ids", "is-business-order", "purchase-order-number", "price-designation", "is-sold-by-ab"]
ORDERS_2025 = [name for name in ORDERS_2020 if name not in ("url", "is-sold-by-ab")]
ORDERS_2025.insert(ORDERS_2025.index("is-business-order"), "cpf")
PLACES = ["東京都", "大阪府", "神奈川県", "愛知県", "北海道", "福岡県", "埼玉県", "兵庫県"]


def all_orders(items):
    return sorted((order for item in items for order in item.orders), key=lambda o: (o.at, o.number, o.item.sku))


def orders_file(items, names, first, last):
    rows = [names]
    for order in all_orders(items):
        if day(first) <= order.at.date() <= day(last):
            item, amount = order.item, order.item.price * order.units
            done = "Cancelled" if order.cancelled else "Shipped"
            cells = {"amazon-order-id": order.number, "purchase-date": utc(order.at),
                     "last-updated-date": utc(order.at + dt.timedelta(hours=30)), "order-status": done,
                     "fulfillment-channel": "Amazon" if item.fba else "Merchant", "sales-channel": "Amazon.co.jp",
                     "ship-service-level": "SecondDay" if item.fba else "Standard", "product-name": item.title, "sku": item.sku,
                     "asin": item.asin, "item-status": done, "quantity": order.units, "currency": "JPY",
                     "item-price": "" if order.cancelled else amount, "item-tax": "" if order.cancelled else amount // 11,
                     "ship-state": PLACES[roll(len(PLACES), "place", order.number)], "ship-country": "JP", "is-business-order": "false"}
            rows.append([cells.get(name, "") for name in names])
    return tabs(rows).encode()


def utc(at):
    return at.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S+00:00")


TRANSACTIONS = ["日付/時間", "決済番号", "トランザクションの種類", "注文番号", "SKU", "説明", "数量", "Amazon 出品サービス", "フルフィルメント", "市町村",
                "都道府県", "郵便番号", "税金徴収型", "商品売上", "商品の売上税", "配送料", "配送料の税金", "ギフト包装手数料", "ギフト包装クレジットの税金",
                "Amazonポイントの費用", "プロモーション割引額", "プロモーション割引の税金", "源泉徴収税を伴うマーケットプレイス", "手数料", "FBA 手数料",
                "トランザクションに関するその他の手数料", "その他", "合計"]
PREAMBLE = ["Amazonマーケットプレイスおよびフルフィルメント by Amazon（FBA）の取引を含みます", "特に記載のない限り、すべての金額は円で表示されます", "定義：",
            "商品の売上税：購入者から受け取った消費税相当額", "手数料：販売手数料など", "トランザクションに関するその他の手数料：返金時の手数料など",
            "その他：注文に関係しない金額"]
TRANSACTIONS_FROM, TRANSACTIONS_TO = dt.date(2026, 1, 1), dt.date(2026, 9, 30)


def transactions(items):
    """Date-range transactions of nine months: the same sales as in the orders, told again."""
    lines = []
    for order in all_orders(items):
        if not order.cancelled:
            lines.append((order.at + dt.timedelta(hours=26), "注文", order, order.units, 1))
    for order, at, _ in returned_units(items):
        lines.append((at, "返金", order, 1, -1))
    for month in range(1, 10):
        lines.append((dt.datetime(2026, month, 14, 9, 5, 30, tzinfo=JST), "振込み", None, 0, -40_000 - 700 * month))
        lines.append((dt.datetime(2026, month, 8, 3, 11, 2, tzinfo=JST), "FBA 在庫関連の手数料", None, 0, -900 - 31 * month))
    rows = [[text] + [""] * (len(TRANSACTIONS) - 1) for text in PREAMBLE] + [TRANSACTIONS]
    for at, kind, order, units, sign in sorted(lines, key=lambda line: (line[0], line[2].number if line[2] else "")):
        if TRANSACTIONS_FROM <= at.date() <= TRANSACTIONS_TO:
            rows.append(transaction_row(at, kind, order, units, sign))
    return b"\xef\xbb\xbf" + table(rows, end="\n").encode()


def transaction_row(at, kind, order, units, sign):
    stamp = f"{at:%Y/%m/%d} {at.hour}:{at:%M:%S} JST"  # the hour is not padded
    settled = f"1{at.month:02d}{at.day // 15}774201"
    row = dict.fromkeys(TRANSACTIONS, "") | {"日付/時間": stamp, "決済番号": settled, "トランザクションの種類": kind}
    amounts = dict.fromkeys(TRANSACTIONS[13:27], 0)
    if order:
        gross = order.item.price * units
        amounts |= {"商品売上": sign * (gross - gross // 11), "商品の売上税": sign * (gross // 11), "手数料": -sign * (gross // 10),
                    "FBA 手数料": -434 * units if order.item.fba and sign > 0 else 0}
        row |= {"注文番号": order.number, "SKU": order.item.sku, "説明": cut(order.item.title), "数量": units, "Amazon 出品サービス": "Amazon.co.jp",
                "フルフィルメント": "Amazon" if order.item.fba else "", "都道府県": PLACES[roll(len(PLACES), "place", order.number)]}
    else:
        row["説明"] = "FBA長期在庫保管手数料および在庫保管手数料" if kind.startswith("FBA") else "銀行口座への振込み"
        amounts["その他"] = sign
    row |= {name: yen(amount) for name, amount in amounts.items()}
    row["合計"] = yen(sum(amounts.values()))
    return list(row.values())


def cut(title):
    """The title as the report has it: cut by bytes, in the middle of a character."""
    return title.encode()[:46].decode(errors="replace")


RETURNS = ["return-date", "order-id", "sku", "asin", "fnsku", "product-name", "quantity", "fulfillment-center-id", "detailed-disposition", "reason",
           "status", "license-plate-number", "customer-comments"]
REASONS = {"SELLABLE": ["UNWANTED_ITEM", "ORDERED_WRONG_ITEM", "CR-UNWANTED_ITEM"], "CUSTOMER_DAMAGED": ["QUALITY_UNACCEPTABLE"], "DEFECTIVE": ["DEFECTIVE"]}


def returned_units(items):
    for item in items:
        orders = sorted((o for o in item.orders if not o.cancelled), key=lambda o: o.at)
        for number, disposition in enumerate(item.returned):
            order = orders[number % len(orders)]
            at = min(order.at + dt.timedelta(days=9 + number), dt.datetime(2026, 11, 19, 11, 0, tzinfo=JST))
            yield order, at, (disposition, *(item.said[number] if item.said else ("", "")))


def returns(items):
    rows = [RETURNS]
    for order, at, (disposition, reason, comment) in sorted(returned_units(items), key=lambda r: (r[1], r[0].number)):
        item, reasons = order.item, REASONS[disposition]
        rows.append([utc(at), order.number, item.sku, item.asin, "X00" + letters(7, "fnsku", item.sku), item.title, 1,
                     ("NRT5", "KIX3", "HND9")[roll(3, "centre", order.number)], disposition, reason or reasons[roll(len(reasons), "reason", order.number)],
                     "Unit returned to inventory", "LPN" + letters(10, "plate", order.number), comment])
    return tabs(rows).encode("cp932")


# --------------------------------------------------------------------------------------------
# The seller's own files
# --------------------------------------------------------------------------------------------

PURCHASES = ["仕入日", "仕入先", "SKU", "ASIN", "JAN", "商品名", "数量", "単価", "書類種類", "請求書番号", "流通経路", "仕入先区分", "備考"]


def unit_cost(item):
    return item.cost or item.price * (48 + roll(14, "cost", item.title)) // 1000 * 10


def bought_lines(items, ledger):
    lines = [(buy, item) for item in items for buy in item.buys if buy.ledger == ledger]
    return sorted(lines, key=lambda line: (line[0].day, line[1].sku))


def purchases(items):
    """kenpin's template without the column of the file: the invoice number links the papers.

    The route stands on every third line only; the supplier master tells the others.
    """
    rows = []
    for number, (buy, item) in enumerate(bought_lines(items, "own"), 1):
        supplier, document = SUPPLIERS[buy.supplier], DOCUMENTS.get(buy.doc)
        jan = {"": item.jan, "wrong": item.jan[:-1] + str((int(item.jan[-1] or 0) + 3) % 10) if item.jan else "",
               "scientific": "4.9E+12", "other": jan_code("490000099999")}[buy.jan]
        row = {"仕入日": f"{day(buy.day):%Y/%m/%d}", "仕入先": supplier.name, "SKU": item.sku if "sku" in buy.by else "",
               "ASIN": item.asin if "asin" in buy.by else "", "JAN": jan if "jan" in buy.by else "",
               "商品名": buy.text or item.title, "数量": str(buy.units), "単価": str(unit_cost(item)),
               "書類種類": document.kind if document else "", "請求書番号": document.invoice if document else "",
               "流通経路": supplier.route if number % 3 == 0 else "", "仕入先区分": supplier.kind if number % 4 == 0 or not supplier.listed else "", "備考": ""}
        if number in SPREADSHEET_DAMAGE:
            damage(row, *SPREADSHEET_DAMAGE[number], day(buy.day))
        rows.append([row[name] for name in PURCHASES])
    # A line nobody can use: its SKU is in no report and its units are no number.
    rows.append(["2026/10/05", SUPPLIERS["haruno"].name, "KJ-TEST", "", "", "（入力途中）", "五個？", "", "", "", "", "", "要確認"])
    return b"\xef\xbb\xbf" + table([PURCHASES, *rows]).encode()


def damage(row, column, kind, date):
    value = row[column]
    assert value, (row, column)
    row[column] = {"guard": lambda: f'="{value}"', "comma": lambda: yen(int(value)), "yen": lambda: f"¥{yen(int(value))}",
                   "fullwidth": lambda: wide(value), "reiwa": lambda: reiwa(date), "unpadded": lambda: f"{date.year}/{date.month}/{date.day}",
                   "kanji": lambda: f"{date.year}年{date.month}月{date.day}日",
                   "serial": lambda: str((date - dt.date(1899, 12, 30)).days)}[kind]()


AMAZON_HISTORY = ["注文日", "注文番号", "アカウントグループ", "発注番号", "注文の数量", "通貨", "注文の小計（税抜）", "注文の配送料および手数料（税抜）", "注文の消費税額",
                  "注文の割引（税込）", "注文の合計（税込）", "注文状況", "支払い確定日", "支払い金額", "支払認証ID/請求書番号", "商品カテゴリー", "ASIN", "商品名", "商品の数量",
                  "商品の小計（税抜）", "商品の小計（消費税）", "商品の小計（税込）", "商品の小計（税率）", "商品および配送料の合計（税込）", "出品者名",
                  "適格請求書発行事業者登録番号", "適格請求書（または支払い明細書）番号"]


def amazon_history(items):
    """Amazon Business order history: the totals of an order stand on each of its lines."""
    lines = [(buy.day, item.asin, item.title, buy.units, unit_cost(item), "ABIS_KITCHEN") for buy, item in bought_lines(items, "amazon")]
    lines.append(("2026-07-18", "B0Z3PAPER7", "コピー用紙 A4 500枚", 2, 480, "ABIS_OFFICE_PRODUCTS"))
    lines.append(("2026-07-25", "", "チャージタイプ ギフトカード", 1, 5000, "Reload Gift Card Balance"))
    none, rows = "該当無し", [AMAZON_HISTORY]
    for date, asin, title, units, cost, category in sorted(lines):
        order = [line for line in lines if line[0] == date]
        total = sum(line[3] * line[4] for line in order)
        line, number = units * cost, f"503-{roll(10**7, 'amazon', date):07d}-{roll(10**7, 'order', date):07d}"
        rows.append([date.replace("-", "/"), number, none, none, sum(o[3] for o in order), "JPY", total - total // 11, 0, total // 11, 0, total,
                     "出荷済み", date.replace("-", "/"), total, none, category, f'="{asin}"' if asin else none, title, units,
                     line - line // 11, line // 11, line, "10%", line, SUPPLIERS["amazon"].name, none, DOCUMENTS["amazon_2607"].invoice])
    return b"\xef\xbb\xbf" + table(rows, quoting=csv.QUOTE_ALL).encode()


ANTIQUE = ["取引日", "品目", "品名", "取引方法", "数量", "単価", "金額", "識別情報", "SKU", "相手区分", "備考", "仕入先名", "支店", "店舗住所", "連絡先",
           "レシート画像URL", "プラットフォーム", "取引ID", "ユーザー名", "出品URL", "伝票番号", "受取都道府県", "氏名", "個人住所", "生年月日", "本人確認種別",
           "番号", "確認日", "確認者", "証憑参照"]


def antique_ledger(items):
    """The antique-dealer ledger: used goods of shops, flea-market apps and private persons."""
    rows = [ANTIQUE]
    for buy, item in bought_lines(items, "antique"):
        date, cost = f"{day(buy.day):%Y/%m/%d}", unit_cost(item)
        row = dict.fromkeys(ANTIQUE, "") | {"取引日": date, "品目": "道具類", "品名": item.title, "取引方法": "買受", "数量": buy.units,
                                            "単価": cost, "金額": cost * buy.units, "SKU": item.sku}
        if buy.person:
            row |= {"相手区分": "個人", "氏名": buy.person, "個人住所": "東京都架空区見本町9-9", "生年月日": "1970/01/01", "本人確認種別": "運転免許証",
                    "番号": "000000000000", "確認日": date, "確認者": "店主"}
        elif SUPPLIERS[buy.supplier].kind == "リサイクル":
            supplier = SUPPLIERS[buy.supplier]
            row |= {"相手区分": "法人", "仕入先名": supplier.name, "支店": "見本店", "店舗住所": supplier.address, "連絡先": supplier.phone}
        else:
            name = SUPPLIERS[buy.supplier].name
            row |= {"相手区分": "フリマ", "仕入先名": name, "プラットフォーム": name, "取引ID": "m0000" + letters(6, "trade", item.title, alphabet="0123456789"),
                    "ユーザー名": "mihon_user", "受取都道府県": "東京都"}
        rows.append(list(row.values()))
    return table(rows, quoting=csv.QUOTE_ALL).encode("cp932")


def suppliers():
    rows = [["仕入先", "区分", "電話", "住所", "メール", "サイト", "登録番号", "流通経路", "販売許可ブランド", "販売許可期限"]]
    for s in SUPPLIERS.values():
        if s.listed:
            number = t_number(s.number) if s.number else s.registration
            rows.append([s.name, s.kind, s.phone, s.address, s.mail, s.site, number, s.route, s.loa_brands, s.loa_expiry])
    return b"\xef\xbb\xbf" + table(rows).encode()


def document_index(items):
    rows = [["書類ファイル", "書類種類", "発行日", "宛名", "請求書番号", "仕入先", "SKU", "ASIN", "JAN", "数量"]]
    for key, d in DOCUMENTS.items():
        head = [d.file, d.kind, d.issued.replace("-", "/"), d.addressee, d.invoice, SUPPLIERS[d.supplier].name]
        if not d.lines:
            rows.append(head + ["", "", "", ""])
            continue
        for buy, item in proven_lines(items, key):
            by = [code for code in d.by if code in buy.by] or buy.by
            units = buy.units if buy.proven < 0 else buy.proven
            rows.append(head + [item.sku if "sku" in by else "", item.asin if "asin" in by else "", item.jan if "jan" in by else "", units])
    return table(rows).encode("cp932")


def proven_lines(items, key):
    lines = [(buy, item) for item in items for buy in item.buys if buy.doc == key]
    assert lines, key
    return sorted(lines, key=lambda line: (line[0].day, line[1].sku))


def catalog(items):
    rows = {}
    for item in items:
        if item.brand and item.asin not in rows:
            latin, maker = (BRANDS[item.brand][0], BRANDS[item.brand][2]) if item.brand in BRANDS else (item.brand, "")
            rows[item.asin] = [item.asin, latin, maker, "" if item.bad_jan else item.jan, item.distribution, item.list_price or "",
                               asin_code("family " + item.family) if item.family else ""]
    return b"\xef\xbb\xbf" + table([["ASIN", "ブランド", "メーカー", "JAN", "流通区分", "参考価格", "親ASIN"], *rows.values()]).encode()


def account_health():
    """The account-health report of the Selling Partner API, in the spelling of its schema."""
    def span(days):
        return {"reportingDateFrom": f"{EXPORTED - dt.timedelta(days=days - 1)}T00:00Z", "reportingDateTo": f"{EXPORTED}T23:59Z"}

    def rate(days, of, orders, what, count, target, condition, good):
        return {"reportingDateRange": span(days), of: orders, what: count, "status": "GOOD" if good else "BAD",
                "rate": round(count / orders, 6), "targetValue": target, "targetCondition": condition}

    def defects(kind, orders, count):
        return {"reportingDateRange": span(60), "orderCount": orders, "orderWithDefects": {"count": count, "status": "GOOD"},
                "fulfillmentType": kind, "status": "GOOD", "rate": round(count / orders, 6), "targetValue": 0.01, "targetCondition": "LESS_THAN"}

    def counted(count):
        return {"reportingDateRange": span(180), "defectsCount": count, "status": "BAD" if count else "GOOD", "targetValue": 0, "targetCondition": "EQUALS"}

    metrics = {
        "marketplaceId": "A1VC38T7YXB528",
        "lateShipmentRate": rate(30, "orderCount", 125, "lateShipmentCount", 6, 0.04, "LESS_THAN", False),
        "preFulfillmentCancellationRate": rate(7, "orderCount", 250, "cancellationCount", 3, 0.025, "LESS_THAN", True),
        "validTrackingRate": rate(30, "shipmentCount", 116, "validTrackingCount", 108, 0.95, "GREATER_THAN", False),
        "orderDefectRate": {"mfn": defects("mfn", 400, 2), "afn": defects("afn", 900, 4)},
        "listingPolicyViolations": counted(0),
        "productAuthenticityCustomerComplaints": counted(1),
        "productConditionCustomerComplaints": counted(2),
        "receivedIntellectualPropertyComplaints": counted(0),
        "accountHealthRating": {"reportingDateRange": span(180), "accountHealthRatingStatus": "GREAT"},
    }
    report = {"accountStatuses": [{"marketplaceId": "A1VC38T7YXB528", "status": "NORMAL"}], "performanceMetrics": [metrics]}
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def pledges(items):
    rows = [[item.asin, item.pledged.replace("-", "/"), "改善計画で再出品しないと誓約"] for item in items if item.pledged]
    rows += [[asin, date.replace("-", "/"), remark] for asin, date, remark in PLEDGED_ELSEWHERE]
    return b"\xef\xbb\xbf" + table([["ASIN", "誓約日", "備考"], *sorted(rows)]).encode()


def shipment(items):
    """Send to Amazon manifest: a head, the column names on line 8, one SKU a line."""
    names = {item.case: item for item in items if item.case}
    offered = sorted((i for i in items if not i.fba and not i.case and i.listed and 0 < i.stock() == (i.quantity if i.quantity >= 0 else i.stock())), key=lambda i: i.sku)
    several = [i for i in offered if i.stock() > 1]
    head = [["このシートに記入する前にExampleタブを確認してください"], [""], ["Default prep owner", "Seller"], ["Default labeling owner", "Seller"],
            [""], [""], ["", "", "任意", "", "", "任意：メーカー梱包のSKUにのみ使用"],
            ["Merchant SKU", "Quantity", "Prep owner", "Labeling owner", "Expiration date (MM/DD/YYYY)", "Units per box ", "Number of boxes",
             "Box length (cm)", "Box width (cm)", "Box height (cm)", "Box weight (kg)"]]
    row = lambda sku, units, expiry="", each="", boxes="": [sku, units, "", "", expiry, each, boxes, "", "", "", ""]
    rows = [row(item.sku, item.stock()) for item in several[:4]]
    # Exactly 60 days left after a week on the way, then one day less.
    rows += [row(several[4].sku, 2, "01/27/2027"), row(several[5].sku, 2, "01/26/2027")]
    # Two boxes of one, then a number that does not fit.
    rows += [row(several[6].sku, 2, "", 1, 2), row(several[7].sku, 2, "", 3, 1)]
    # More than is offered, was bought and is proven: cut to what is there.
    rows += [row(several[8].sku, 5)]
    # One SKU twice.
    rows += [row(several[9].sku, 1), row(several[9].sku, 1)]
    rows += [row(names["food"].sku, 3), row(names["no-invoice"].sku, 6), row(names["quotation-only"].sku, 2), row(names["fba-without-purchase"].sku, 3), row(names["parallel-goods-note-only"].sku, 4),
             row(next(i for i in items if i.pledged).sku, 4), row("KJ2611-0999", 10)]
    rows = [[*cells, *[""] * (11 - len(cells))] for cells in head] + rows
    return "".join("\t".join(str(cell) for cell in cells) + "\r\n" for cells in rows).encode("cp932")


def watched(items):
    rows = [[item.asin, item.watched, "自社の記録", "", "2026-10-01", "D"] for item in items if item.watched]
    rows += [[asin, reason, "自社の記録", "", "2026-08-01", "D"] for asin, reason in WATCHED_ELSEWHERE]
    return table([["asin", "reason", "source", "url", "source_date", "grade"], *sorted(rows)], end="\n").encode()


def own_list():
    rows = [["name", "aliases", "asins", "kind", "claim", "date", "note"],
            ["タビラ工房", "Tabira Kobo", "", "ip-complainer", "trademark", "2026-06-12", "作家本人から販売中止の依頼"]]
    return b"\xef\xbb\xbf" + table(rows).encode()


def notices(items):
    """What `kenpin notice` wrote: one event a line, in the order they came."""
    of = lambda id, *others: [item.asin for item in items if item.notice == id] + list(others)
    events = []

    def notice(id, kind, received, asins, deadline=None, rule=None, **more):
        events.append({"event": "notice", "id": id, "kind": kind, "received": received, "deadline": deadline, "deadline_rule": rule, "asins": asins} | more)

    def later(event, id, date, **more):
        events.append({"event": event, "id": id, "day": date} | more)

    notice("N-001", "intellectual-property", "2026-03-02", of("N-001"), rights_holder="株式会社ルリビタキ", claim_type="trademark",
           contact="ip@ruribitaki.example", documents=["invoice", "authorisation"], subject="知的財産権の侵害に関するお知らせ")
    later("appeal", "N-001", "2026-03-09")
    later("close", "N-001", "2026-03-20")
    notice("N-002", "listing-authenticity", "2026-04-10", of("N-002"), "2026-07-09", "90日以内に", documents=["invoice"], subject="出品取り消しのお知らせ")
    later("close", "N-002", "2026-04-24")
    notice("N-003", "resolved-reinstated", "2026-04-24", of("N-002"), subject="出品再開のお知らせ")
    notice("N-004", "resolved-pledge", "2026-05-30", ["B0Z5NTC004"], subject="ご連絡ありがとうございます")
    notice("N-005", "page-mismatch", "2026-11-10", ["B0Z5NTC005"], "2026-11-17", "7日以内に", documents=["improvement-plan"], subject="出品取り消しのお知らせ")
    notice("N-006", "account-document-request", "2026-11-09", ["B0Z5NTC006", "B0Z5NTC007", "B0Z5NTC008"], "2026-11-26", "17日以内に",
           documents=["invoice", "delivery-note", "contract", "authorisation"], subject="書類提出のお願い")
    notice("N-007", "used-sold-as-new", "2026-10-01", ["B0Z5NTC009"], documents=["invoice"], subject="商品の状態について")
    later("appeal", "N-007", "2026-10-05")
    later("refused", "N-007", "2026-10-09")
    later("appeal", "N-007", "2026-10-15")
    later("refused", "N-007", "2026-10-21")
    notice("N-008", "intellectual-property", "2026-11-18", ["B0Z5NTC010"], rights_holder="Example Otter Ltd.", claim_type="copyright", subject="Notice of infringement")
    return "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in events).encode()


# --------------------------------------------------------------------------------------------
# Candidates for buying: `kenpin gate candidates --demo`
# --------------------------------------------------------------------------------------------

# ASINs of nothing but candidates; the others are those of the account.
CANDIDATES = [
    # Maker's goods, everything told.
    ["K-01", "B0ZCANDA01", "", "トキワギ 爪やすり 日本製", "トキワギ", "トキワギ製作所株式会社", "820", "1980", "新品", "国内正規品", "20", ""],
    # The supplier's route stands in the supplier master.
    ["K-02", "B0ZCANDA02", "", "ハルノ ランチバッグ 保冷 Mサイズ", "ハルノ", "株式会社　ハルノ卸センター", "640", "1680", "新品", "", "30", ""],
    # Goods without a brand need no route.
    ["K-03", "B0ZCANDA03", "", "ノーブランド品 収納ボックス 折りたたみ 3個セット", "ノーブランド品", "ヨコミチ商店", "500", "1480", "新品", "", "12", ""],
    # Parallel imports on a page of their own.
    ["K-04", "B0ZCANDA04", "", "Tavorino タヴォリーノ ドリップスタンド 【並行輸入品】", "Tavorino", "Nordhaven Trading Ltd.", "1900", "4980", "新品", "並行輸入品", "10", ""],
    # The same goods on the page of the domestic ones.
    ["K-05", "B0ZCANDA05", "", "Tavorino タヴォリーノ ドリップスタンド", "Tavorino", "Nordhaven Trading Ltd.", "1900", "4980", "新品", "並行輸入品", "10", ""],
    # Pledged, watched, and a name of the seller's own list.
    ["K-06", "B0ZPGN38P7", "", "ペタリュヌ 爪切り 小動物用", "ペタリュヌ", "株式会社ハルノ卸センター", "420", "1280", "新品", "国内正規品", "24", ""],
    ["K-07", "B0Z147DFH3", "", "", "", "株式会社ハルノ卸センター", "900", "2480", "新品", "国内正規品", "6", ""],
    ["K-08", "B0ZCANDA08", "", "タビラ工房 木のスプーン", "タビラ工房", "有限会社ミドリ坂商事", "700", "1980", "新品", "国内正規品", "10", ""],
    # In stock already, bought by the other route.
    ["K-09", "B0ZTFJYWX4", "", "", "", "株式会社クロガネ貿易", "2100", "5280", "新品", "国内正規品", "8", ""],
    # Sources without papers.
    ["K-10", "B0ZCANDA10", "", "クイルミア 革製ペンケース ブラック", "クイルミア", "メルカリ", "980", "3980", "新品", "国内正規品", "1", ""],
    ["K-11", "B0ZCANDA11", "", "ミズイロ舎 卓上ライト ホワイト", "ミズイロ舎", "ヤマダ電機", "1500", "2980", "新品", "国内正規品", "2", ""],
    # Nobody knows the supplier, or who it is.
    ["K-12", "B0ZCANDA12", "", "ミズイロ舎 歯ブラシ立て 三本", "ミズイロ舎", "新見本トレーディング", "600", "1490", "新品", "国内正規品", "10", ""],
    ["K-13", "B0ZCANDA13", "", "ミズイロ舎 石けん置き", "ミズイロ舎", "", "400", "1190", "新品", "国内正規品", "10", ""],
    # Route not told by anybody.
    ["K-14", "B0ZCANDA14", "", "クイルミア 名刺入れ ブラウン", "クイルミア", "ヨコミチ商店", "1200", "3480", "新品", "", "6", ""],
    # Letter of authorisation: one supplier has it, the other has not.
    ["K-15", "B0ZCANDA15", "", "ナプラ N. シャンプー 750mL", "ナプラ", "有限会社ミドリ坂商事", "1600", "3300", "新品", "国内正規品", "12", ""],
    ["K-16", "B0ZCANDA16", "", "ナプラ N. トリートメント 750g", "ナプラ", "株式会社ハルノ卸センター", "1600", "3300", "新品", "国内正規品", "12", ""],
    # Words.
    ["K-17", "B0ZCANDA17", "", "ハルノ マスコット 非売品 ノベルティ", "ハルノ", "株式会社ハルノ卸センター", "200", "1480", "新品", "国内正規品", "5", ""],
    ["K-18", "B0ZCANDA18", "", "ハルノ 第2類医薬品 かぜ薬 20錠", "ハルノ", "株式会社ハルノ卸センター", "700", "1480", "新品", "国内正規品", "5", ""],
    # Used goods, the permit is only applied for.
    ["K-19", "B0ZCANDA19", "", "ハルノ 腕時計 自動巻き", "ハルノ", "株式会社ハルノ卸センター", "7000", "14800", "中古 - 良い", "国内正規品", "1", ""],
    # Damaged cells and missing ones.
    ["K-20", "", "4900000306201", "トキワギ 毛抜き 斜め", "トキワギ", "トキワギ製作所株式会社", "700", "1490", "新品", "国内正規品", "10", ""],
    ["K-21", "B0ZCANDA21", "", "トキワギ 耳かき 竹", "トキワギ", "トキワギ製作所株式会社", "要確認", "990", "新品", "国内正規品", "十個", "見積待ち"],
    ["K-22", "", "", "", "トキワギ", "トキワギ製作所株式会社", "500", "", "新品", "国内正規品", "10", "展示会で見た商品"],
]


def candidates():
    head = ["候補ID", "ASIN", "JANコード", "商品名", "ブランド", "仕入先", "仕入単価", "販売価格", "コンディション", "流通経路", "数量", "備考"]
    return table([head, *CANDIDATES]).encode("cp932")


# --------------------------------------------------------------------------------------------
# Proof documents
# --------------------------------------------------------------------------------------------


def document_files(items):
    """File name -> bytes of everything in documents/."""
    files = {}
    for key, d in DOCUMENTS.items():
        if d.content == "pdf":
            files[d.file] = pdf(invoice_text(items, key), day(d.issued))
        elif d.content == "png":
            files[d.file] = png(invoice_text(items, key), key)
        elif d.content == "empty":
            files[d.file] = b""
        elif d.content in PAPER_KINDS:
            files[d.file] = PAPER_KINDS[d.content](invoice_text(items, key), day(d.issued))
    return files


def cut_paper(lines, issued):
    whole = pdf(lines, issued)
    return whole[:len(whole) * 2 // 3]


def marked_paper(lines, issued):
    marks = ("<< /Type /Annot /Subtype /Highlight /Rect [40 700 300 712] /QuadPoints [40 712 300 712 40 700 300 700] /C [1 1 0] /F 4 >> "
             "<< /Type /Annot /Subtype /FreeText /Rect [310 700 460 712] /Contents (ASIN) /DA (/F1 9 Tf 1 0 0 rg) /F 4 >>")
    return updated(pdf(lines, issued), 6, b"<< /Type /Page", f"<< /Annots [{marks}] /Type /Page".encode())


def edited_paper(lines, issued):
    later = f"D:{issued + dt.timedelta(days=3):%Y%m%d}213000+09'00'"
    return updated(pdf(lines, issued), 5, b"/Producer (generate.py)", f"/Producer (iLovePDF) /ModDate ({later})".encode())


def wrong_paper(lines, issued):
    number = lines[0].split("No. ")[1].split()[0]
    return pdf([line.replace(number, "KG2026-1016") for line in lines], issued)


PAPER_KINDS = {"cut": cut_paper, "marked": marked_paper, "edited": edited_paper, "wrong": wrong_paper}


def updated(data, number, old, new):
    """An object changed as programs do it: its new form is appended, with a table of its own."""
    start = data.index(f"{number} 0 obj\n".encode())
    end = data.index(b"endobj\n", start) + 7
    before = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    trailer = data.rsplit(b"trailer\n<< ", 1)[1].split(b" >>")[0].decode()
    at, data = len(data), data + data[start:end].replace(old, new)
    table_at = len(data)
    data += f"xref\n{number} 1\n{at:010d} 00000 n \n".encode()
    return data + f"trailer\n<< {trailer} /Prev {before} >>\nstartxref\n{table_at}\n%%EOF\n".encode()


def invoice_text(items, key):
    d = DOCUMENTS[key]
    s, total = SUPPLIERS[d.supplier], 0
    lines = [f"{d.kind}  No. {d.invoice}   {d.issued}", f"{d.addressee} 御中", f"{s.name}  {s.phone}", s.address + "  " + (t_number(s.number) if s.number else ""), "（見本：架空の書類です）", ""]
    for buy, item in proven_lines(items, key):
        units, cost = buy.units if buy.proven < 0 else buy.proven, unit_cost(item)
        total += units * cost
        lines.append(f"{item.jan or '-'} {item.title[:18]} {units} x {cost}")
    return lines + [f"合計 {yen(total)} 円"]


def pdf(lines, issued, per_page=48):
    """A small PDF with a text layer: the standard Japanese font is named, not embedded."""
    pages = [lines[i:i + per_page] for i in range(0, len(lines), per_page)]
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages)))
    stamp = f"D:{issued:%Y%m%d}090000+09'00'"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
               "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UCS2-H /DescendantFonts [4 0 R] >>",
               "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 "
               "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor "
               "/FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >> >>",
               f"<< /Producer (generate.py) /CreationDate ({stamp}) >>"]
    for i, page in enumerate(pages):
        text = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in page)
        stream = f"BT /F1 9 Tf 15 TL 40 790 Td\n{text}ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table_at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table_at}\n%%EOF\n".encode()


def png(lines, key, width=120, height=168):
    """A grey picture that looks like a slip from afar; its words stand in a text chunk."""
    rows = []
    for y in range(height):
        line, inside = y // 8, y % 8 in (2, 3, 4)
        length = 16 + roll(80, "bar", key, line) if inside and line < len(lines) + 3 else 0
        bits = [0 if 10 <= x < 10 + length and x % 7 else 1 for x in range(width)]
        rows.append(b"\0" + bytes(int("".join(map(str, bits[x:x + 8])), 2) for x in range(0, width, 8)))
    text = b"Comment\0\0\0\0\0" + "\n".join(lines).encode()
    return b"\x89PNG\r\n\x1a\n" + b"".join([
        chunk(b"IHDR", width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([1, 0, 0, 0, 0])),
        chunk(b"iTXt", text), chunk(b"IDAT", stored(b"".join(rows))), chunk(b"IEND", b"")])


def chunk(name, body):
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def stored(data):
    """A zlib stream without compression: the same bytes whatever the zlib version."""
    assert len(data) < 65536
    size = len(data).to_bytes(2, "little")
    return b"\x78\x01\x01" + size + bytes(255 - b for b in size) + data + zlib.adler32(data).to_bytes(4, "big")


# --------------------------------------------------------------------------------------------
# What the scan must say, and the README
# --------------------------------------------------------------------------------------------

SKU_RULES = ("PROOF-009", "PROOF-010", "PROOF-013", "MIX-001", "MIX-002", "MIX-004", "MIX-005", "MIX-006", "MIX-007", "COND-001", "COND-002",
             "COND-003", "LAW-020", "LIST-010", "LIST-011", "LIST-012", "IP-007", "IP-008", "IP-009", *(f"LAW-{n:03}" for n in range(3, 15)), *(f"LIST-{n:03}" for n in range(2, 6)))


def subject(rule, item):
    return item.sku if rule in SKU_RULES else item.asin


def expected(items):
    """Rule -> subjects it must hit, may hit, and is shown to leave alone. All others stay clear."""
    rules = {}
    entry = lambda rule: rules.setdefault(rule, {"fires_on": [], "may_fire_on": [], "clear_on": []})
    for item in items:
        for word, names in (("fires_on", item.fires), ("may_fire_on", item.may), ("clear_on", item.clear)):
            for rule in names:
                entry(rule)[word].append(subject(rule, item) if rule != "PROOF-005" else SUPPLIERS[item.buys[0].supplier].name)
    for rule, hits in SUPPLIER_HITS.items():
        for word in ("fires", "may", "clear"):
            entry(rule)[f"{word}_{'on' if word != 'may' else 'fire_on'}"] += hits[word]
    for rule in ACCOUNT_HITS:
        entry(rule)["fires_on"].append("account")
    for rule in ACCOUNT_CLEAR:
        entry(rule)["clear_on"].append("account")
    rules = {rule: {word: sorted(set(ids)) for word, ids in rules[rule].items()} for rule in sorted(rules)}
    cases = {item.case: {"sku": item.sku, "asin": item.asin, "about": item.about, "fires": list(item.fires), "may": list(item.may), "clear": list(item.clear)}
             for item in sorted(CASES, key=lambda c: c.case)}
    text = {"today": TODAY.isoformat(), "listings": sum(1 for i in items if i.listed), "rules": rules, "cases": cases}
    return (json.dumps(text, ensure_ascii=False, indent=1) + "\n").encode()


README = """\
# The demo account

`kenpin scan --demo` scans this folder: one seller of imported goods on Amazon.co.jp with {listings} listings.
**Everything is invented**: store, suppliers, people, goods, ASINs, JANs, orders, documents. Telephone numbers
and web addresses come from ranges kept for examples or not given out. Real names appear only where a rule needs
one (brands of the shipped list, well-known shops with the address of their site) and say nothing about their owners.

The demo day is {today}; the reports were "downloaded" the day before.

`python3 data/demo/generate.py` writes all files but itself; `--check` compares them and exits 1 on a
difference; `--english DIR` writes the two files whose form depends on the language of the account (listings,
FBA stock) as UTF-8 English exports of the same account.

| file | what | form |
|---|---|---|
| `all-listings_11-20-2026.txt` | すべての出品商品のレポート, 17 columns; ASIN from 商品ID, some offers by JAN | CP932, TAB |
| `fba-inventory_11-20-2026.csv` | FBA在庫管理 | CP932, comma |
| `orders_2025-08-01_2026-06-30.txt`, `orders_2026-06-01_2026-11-20.txt` | 全注文レポート, two vintages of columns; June 2026 is in both | UTF-8, TAB |
| `transactions_2026.csv` | 日付別トランザクション, January to September 2026: the same sales again | UTF-8 with BOM |
| `fba-returns.txt` | 返品レポート, 13 columns | CP932, TAB |
| `purchases.csv` | kenpin's template without 書類ファイル; some cells as spreadsheets damage them | UTF-8 with BOM |
| `amazon-business-orders.csv` | 注文履歴 of Amazon Business | UTF-8 with BOM |
| `antique-ledger.csv` | 古物台帳 | CP932, all quoted |
| `suppliers.csv`, `catalog.csv`, `pledges.csv` | kenpin's templates | UTF-8 with BOM |
| `send-to-amazon_11-21-2026.txt` | plan of a shipment for `kenpin gate shipment --demo`; a scan leaves it | CP932, TAB |
| `documents.csv`, `documents/` | index of the papers, and the papers | CP932; PDF, PNG |
| `account-health.json` | the account-health report of the Selling Partner API | JSON |
| `config.toml`, `own/asins.csv` | account profile, own list of watched ASINs | UTF-8 |
| `own-list.csv` | the seller's own list of names | UTF-8 with BOM |
| `candidates.csv` | goods that the seller thinks of buying, for `kenpin gate candidates --demo`; no input of the scan | CP932, comma |
| `notices.jsonl` | notices of Amazon, as `kenpin notice` keeps them | UTF-8, JSON a line |
| `expected.json` | what the scan must find: per rule `fires_on`, `may_fire_on`, `clear_on` | UTF-8 |

For every page, `bought + returned - sold = on hand + reserved + unsellable + inbound`, over all files and from
the first day of the account, unless a case plants a difference. A hit that `expected.json` does not list is wrong.

## Planted cases

Ordinary goods are clean, but for reminders of low severity (LAW-007, LAW-012, LIST-002). These are not, or show where a rule stays clear ("may": not decided by this account).
Beside them PROOF-005 hits the suppliers ヨコミチ商店 and Brightgate Wholesale, PROOF-030 and PROOF-032 ツバメ紙器,
PROOF-031 アサギ商店, and LIST-012 every active offer without a unit. Rules that judge the account as a whole hit it or
stay clear, never both.

| case | SKU | about | fires | may | stays clear |
|---|---|---|---|---|---|
"""


def readme(items):
    rows = [f"| {c.case} | {c.sku} | {c.about} | {' '.join(c.fires)} | {' '.join(c.may)} | {' '.join(c.clear)} |\n" for c in CASES]
    head = README.format(listings=sum(1 for i in items if i.listed), today=TODAY.isoformat())
    return (head + "".join(rows)).encode()


# --------------------------------------------------------------------------------------------
# Files
# --------------------------------------------------------------------------------------------


def demo_files(items):
    files = {
        "all-listings_11-20-2026.txt": listings_ja(items),
        "fba-inventory_11-20-2026.csv": stock_ja(items),
        "orders_2025-08-01_2026-06-30.txt": orders_file(items, ORDERS_2020, "2025-08-01", "2026-06-30"),
        "orders_2026-06-01_2026-11-20.txt": orders_file(items, ORDERS_2025, "2026-06-01", "2026-11-20"),
        "transactions_2026.csv": transactions(items),
        "fba-returns.txt": returns(items),
        "purchases.csv": purchases(items),
        "amazon-business-orders.csv": amazon_history(items),
        "antique-ledger.csv": antique_ledger(items),
        "suppliers.csv": suppliers(),
        "documents.csv": document_index(items),
        "catalog.csv": catalog(items),
        "pledges.csv": pledges(items),
        "send-to-amazon_11-21-2026.txt": shipment(items),
        "account-health.json": account_health(),
        "config.toml": CONFIG.encode(),
        "own/asins.csv": watched(items),
        "own-list.csv": own_list(),
        "candidates.csv": candidates(),
        "notices.jsonl": notices(items),
        "expected.json": expected(items),
        "README.md": readme(items),
    }
    return files | {f"documents/{name}": data for name, data in document_files(items).items()}


def english_files(items):
    return {"all-listings_11-20-2026.txt": listings_en(items), "fba-inventory_11-20-2026.txt": stock_en(items)}


def main(arguments):
    here = pathlib.Path(__file__).resolve().parent
    check = "--check" in arguments
    arguments = [a for a in arguments if a != "--check"]
    if arguments and (arguments[0] != "--english" or len(arguments) != 2):
        print(__doc__, file=sys.stderr)
        return 2
    items = build()
    folder, files = (pathlib.Path(arguments[1]), english_files(items)) if arguments else (here, demo_files(items))
    different = 0
    for name, data in files.items():
        path = folder / name
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        elif not path.is_file() or path.read_bytes() != data:
            print(f"differs: {path}")
            different += 1
    if folder == here:
        known = {here / name for name in files}
        for path in sorted((here / "documents").iterdir()):
            if path not in known:
                print(f"not written by the generator: {path}")
                different += check
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
