"""The words around a number that say what it is of its item: a share, a change, a completion, a target, a year."""

from __future__ import annotations

import re

SHARE = re.compile(r"占(?P<of>[^,;。]{0,24}?)的?(?:比例|比重|比率|比)?(?:为|约|达|是|达到)?$")
COMPLETION = re.compile(
    r"(?:完成|占|为|是)?(?P<year>[上去]年)?(?P<kind>年初|调整|全年|本年|当年|年度)?(?:部门)?(?:支出)?预算(?:数|批复数|安排数|批复)?的?(?:比例)?(?:为|约|达|达到|是)?$"
)
BASE = re.compile(
    r"(?:比|较|与|(?<!连)同|和|从|由|为|占|对照)(?P<what>[^,;。:]{0,24}(?:年(?!末|底)|20\d\d$|预算|核定数|批复数|控制数|限额|决算|同期|去年|上年)[^,;。:]{0,12}?)(?:的|为)?$"
)
"""A number behind it is what another one is compared with: 比上年的322.18万元减少."""
_BECAME = "(?:增加|增长|减少|下降|降低|提高|提升|上升|压减|压缩|回落|扩大|缩短|调整|增|减|降|升)[到至为]"
"""How a thing became what follows."""
BECAME = re.compile(_BECAME)
FROM = re.compile(r"[由从](?P<what>)$")
"""A number behind it is what a thing was before it became another: 由12万元压减到10万元."""
OF_IT = re.compile(r"^的?(?:比例为?|比重为?)?$")
COMPLETES = re.compile(
    r"完成(?:了)?$|(?:完成|占|为|是|降到|降至|达到?|达)(?:了)?(?P<kind>年初|调整后?|全年|本年|当年|年度)?(?:部门|收入|支出)*(?:预算(?:数|批复数|安排数|批复)?|年初数|批复数|核定数|控制数|限额)的?(?:比例)?(?:为|约|达|达到|是)?$"
)
CHANGE = re.compile(
    r"(?<![新]|调(?=增))(?P<word>增加|增长|减少|下降|降低|上升|压减|压缩|节约|提高|回落|下浮|上浮|下滑|上涨|涨|净增|净减|增速|多出|增收|增支|减收|减支|超收|扩大|添|降幅|减幅|涨幅|增幅|少支|多支|节支|超支|少花|多花|缩短|延长|增|减|多|少|升|降)(?:了|额|数|支出|收入|开支|幅度?|率|金额|比例|比率|约|(?<=[额数度幅率例出入支])为|达|是|:)*$"
)
"""A word of change before a number, and not one for what it became: 由8.9天降为8.4天."""
LESS = frozenset(
    "减收 减支 净减 下滑 降幅 减幅 少支 节支 少花 缩短 低于 少于 减少 下降 降低 压减 压缩 节约 回落 下浮 减 少 降".split()
)
RATE_NOUN = re.compile("(?:节约|节支|核减|审减|压减|节能|降耗|减排|减免)率(?:为|达|约|达到|是)?$")
"""Rates whose own names hold a word of change."""
AGAINST = re.compile(
    r"(?P<word>低于|少于|高于|多于|超出|超过|超)(?P<base>[^,;。:]{0,10}?(?:预算数?|上年(?:度)?(?:决算数?)?|去年|20\d\d年度?(?:决算数?)?))(?:约)?$"
)
"""A change told against what it is a change of: 低于年初预算31.63万元."""
COMPARED = re.compile(
    r"(?:与|比|较|同|和|相比|对比|较之)(?P<what>[^,;。:]{0,24}?(?:上年|去年|上一年|前一年|上期|同期|20\d\d年?度?|年初|预算)[^,;。:]{0,14}?)(?:相比较?|比较|对比|相对)?(?=,|$|各|均|分别|共|增|减|下|上升|降|压|多|少|节|提|持|基本|略|有|总|支|收|一般|财政)"
)
ALONGSIDE = re.compile(r"同比|环比|相比(?:之下)?|比起来|相较(?:之下|而言)?")
"""Words of comparing that name nothing."""
YEAR_ON_YEAR = re.compile(r"同比|环比|比上年|较上年|比去年|较去年|上年同期")
BUDGET_WORDS = re.compile(
    r"拟安排|年初(?:安排|核定|批复|数|下达)|批复数|批复的?预算|核定数|核定限额|核定的?预算|控制数|限额|(?<!公共)(?<!基金)(?<!经营)预算(?!管理|单位|法|执行|绩效|财政|拨款|编制)"
)
OF_BUDGET = re.compile("预算|核定数|核定限额|批复数|年初数|控制数|限额")
"""What says that a value others are compared with is one of a budget."""
LAST_YEAR = re.compile(r"上年度?|去年|上一年度?|前一年度?|上年同期")
YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?:年度?|-(?=[^\d])|(?=的)|$)")
TARGET = re.compile(
    r"(?:≥|≤|>=|<=|>|<|≧|≦|不低于|不少于|不小于|不高于|不超过|不大于|不得低于|不得超过|高于|低于|大于|小于|超过|控制在|目标值?:?|目标为|(?<![A-Za-z0-9])[QWR])=?$"
)
TARGET_BEHIND = re.compile(r"(?:及)?以[上内下]")
INSIDE = re.compile(r"其中|[细拆]分为|包括|包含|分别是|具体为|具体是|主要用于|构成")
MADE_OF = re.compile(r",(?:全部|均|都)(?:为|是|系|来自|属于|用于)[^,;。:()]*[,;]")
"""A clause that says what a thing consists of; the text goes on with the thing: 收入9万元,全部为财政拨款,较上年."""
NONE = re.compile(
    r"(?P<word>没有安排|没有发生|没有|未发生|未安排|未产生|未购置|未更新|未新购|未购买|未组织|不涉及|无)(?![不效论法需以从关锡人可])"
)
SEVERAL = re.compile(r"分别(?:为|是|达)?$|各(?:为|是)$|依次(?:为|是)$")
BOTH = re.compile(
    r"(?P<fiscal>财政拨款|一般公共预算财政拨款)?收(?:入)?(?:总计|合计|总额)?[、和与及]?支(?:出)?(?:决算|预算)?(?:(?P<kind>总计|合计|总额)|(?=各|均|同))"
)

_FILL = (
    rf"核定数|核定限额|批复数|限额|{_BECAME}|取得|收到|列入|开销|花销|加总|成交|列支|执行|实支|实付|测评|小计|花费|开销|动用|用去|投入|都是|均是|为|是|共计|共|合计|总计|总额|总数|总量|总|计|有|达到|达|约|数|金额|支出|开支|支付|发生|实际|决算数?|(?<!公共)(?<!基金)(?<!经营)预算数?|年初|安排|批复|核定|资金|费用|规模|"
    r"分别|各|均|只|仅|了|的|:|,|\(|\)|本年度?|全年|当年|(?:19|20)\d\d年度?|年末|年底|期末|上年度?|去年|累计|则|却|人数|数量|完成|使用|拨付|拨款|到位|"
    r"其中|用于|一般公共预算|财政拨款|主要|公开|统计|截至|截止|\d{1,2}月\d{1,2}日|年|度|同时|基本|平衡|收入|入|经费|款|类|项|一|款项|同为|同"
)
FILLERS = re.compile(f"(?:{_FILL})*")
EMPTY = re.compile(
    r"(?:批次|同期|人数|人次|户数|数量|金额|总量|资金|对照|累计|核定数|核定限额|批复数|控制数|限额|标准|降到|降至|升至|增至|增加到|减少到|减至|压缩到|回落到|列入|花销|加总|成交|完毕|双双|两者|二者|两项|实支|实付|小计|具体|总体|基本|有关|收支|列支|花费|开销|动用|情况|说明|结构|构成|概况|一般|收入|支出|决算|预算|全年|全部|实际|采购|执行|安排|费用?|经费|项目资金|资金|批复|下达|到位|调整|同|约|含|和|与|末|上|"
    r"[一二三四五六七八九十]|平均|每|原因|主要|增加|减少|多支|少支|超支|节约|超出|部分|结果|分|元|其|该|此|项|未|实|现)*"
)
"""Words that are no name of anything: a number behind them is of what was spoken of before."""
WHOSE = re.compile("(?:该|我|本)?(?:医院|学校|学院|幼儿园|卫生院|街道|机关|支队|大队|单位|部门|项目|系统)")
"""Who has, or spends, what is told: 医院总收入, 项目共支出."""
LEADING = re.compile(
    r"(?:取得|收到|发生|对照|相当于|没有突破|仅占|约占|较|比|其中|此外|另有|另外|同时|以及|以|及|和|与|并|我们|我单位|我局|我院|我校|我处|我镇|我乡|我办|我|本单位|本部门|本局|本院|本校|本年度?|本|全[校院局镇乡市县区年]|单位|部门|"
    r"年末|年未|年底|年初|截至|截止|当年|上年度?|去年|(?:19|20)\d\d年度?|度|\d{1,2}月(?:\d{1,2}日)?|底|末|共有|共计|共|现有|实有|设有|设(?!备|施|计|立|区)|有|拥有|新增|累计|实际|完成|开展|组织|安排|主要是|主要(?!领导|负责)|包括|包含|为|是|的|了|"
    r"[①-⑳]|细分为|分为|拆分为|即|故|[一二三四五六七八九十]是|[一二三四五六七八九十]、|\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]\)|[:,、;)(\]])"
)
TRAILING = re.compile(
    r"(?:为|是|共计|共|合计|总计|计|(?<!保)有|达到|达|约|分别|各|均|只|仅|了|的|:|=|,|\(|\[|、|(?<![结剩节])余|近|在|到|:)$"
)


def cleaned(noun: str) -> str:
    """Give a noun without the small words before and behind it."""
    while (shorter := TRAILING.sub("", noun)) != noun:
        noun = shorter
    while (match := LEADING.match(noun)) is not None and match.end() and match.end() < len(noun):
        noun = noun[match.end() :]
    return noun


def year_of(words: str, own: int | None) -> int | None:
    """Give the year that words before a number speak of; a report's own, unless they say another."""
    compared = list(COMPARED.finditer(words))
    if compared and "," in words[compared[-1].end() :]:
        words = words[compared[-1].end() :]
    words = re.sub("上年(?:度)?(?:结转|结余)", "", words)
    said = [(one.start(), int(one["year"])) for one in YEAR.finditer(words)]
    if own is not None:
        said += [(one.start(), own - 1) for one in LAST_YEAR.finditer(words)]
    return max(said)[1] if said else own
