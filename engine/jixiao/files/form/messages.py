"""Every message about a form that was filled in, once: what is wrong, why, and what to do about it."""

from __future__ import annotations

NOT_INSTALLED = "读采集表要先安装 {name}，请运行 pip install 'jixiao[office]'"

# What keeps a form from being read
NO_PANEL = "这是采集表，但认不出任何一张表的表头；表头改动过的请改回去，或用 jixiao form 重新生成一份，把填好的内容贴过去"
NOTHING_FILLED = "这张采集表还没有填，没有可以核算的内容；请填好以后再交来"
NO_UNIT = "没有填单位：不知道是哪个单位的材料，请在“单位信息”里填被评价单位的全称"
NO_YEAR = "年度“{text}”不是四位数的年度，请填成 2022 这样"
BAD_CODE = "代码“{text}”只能用英文字母、数字、点、连字符和下划线；请改正，或清空由程序给一个"
LACKING_HEADING = "“单位信息”里没有{name}，请补上，如 {name} {example}"
TWO_SHEETS = "这里又有一张“{title}”（[{first}] 已有一张），不知用哪一张；请删去不用的那张工作表"
TWO_COLUMNS = "表头“{head}”有两列（{first} 也是），不知读哪一列；请删去一列，或改名"
IS_DATE = (
    "这里是日期（{text}），应是数字：多半是输入后被软件自动改成了日期；请把单元格格式改为“常规”，重新填数"
)
IS_TRUTH = "这里是 {text}，应是数字，请改正"
NOT_YES = "“{text}”不是“是”或“否”：这一格只能填这两个字，不知道的空着"
NOT_CALCULATED = "这里的公式没有存下算出的值，读不到数；请用 Excel 或 WPS 打开，保存一次，或直接填数"
FAULTY = "这里的公式出错（{text}），没有数；请改正公式，或直接填数"
NO_NAME = "这一行填了{what}，没有填“{head}”，不知是什么的；请补上，不要的清空这一行"
NO_WHAT = (
    "认不出“{text}”要评什么；请用表里原有的行，或写成“等级”“得分”“次数”“扣分”“符合”“第1条”“发现：…”“事实：…”"
)
TWO_ANSWERS = "“{what}”这一行填了两个结论；只填一格，另一格清空"
NO_SUCH_ANSWER = "“{what}”应在“{head}”一栏填；请移过去"
NOT_ANSWERED = "“{indicator}”的其他各条已经填了，{items}没有填；达到的填“是”，没有达到的填“否”。空着不等于没有达到，所以没有替您填"
TOO_NEW = "这张采集表是用更新的程序做的（第 {version} 版），这里只认得第 {known} 版；请更新程序"

# What is told of a form that was read all the same
WITHOUT_FIGURE = "“{name}”没有填数，只填了{what}，没有读；要用的请把数补上"
SMALL_RATE = "“{name}”的单位是 %，填的是 {text}，照 {text}% 读了；如果是 {meant}%，请改填 {meant}"
OWN_COLUMN = "“{head}”这一列不是采集表的，没有读"
OLDER = "采集表是按“{old}”以前的内容做的，指标表后来改过；能对上的照现在的表读了，请核对{more}"
OTHER_VERSION = "采集表是按“{old}”做的，现在只有“{new}”；能对上的照“{new}”读了，请核对{more}"
GONE = "现在的指标表里没有“{name}”，这一行没有读"
MORE_GONE = "（有 {count} 行现在的表里没有，见下）"
SAME_UNIT = "“{unit}”{year}年度的采集表有 {count} 份：{files}。都核算了；请只留一份"
NOT_HELD = "案例里的这些内容采集表放不下，没有带过去：{what}"
BLOCKS_APART = "“{names}”是各单位自己设指标的板块，一行一个单位的表填不下；请用不带 --many 的采集表"
