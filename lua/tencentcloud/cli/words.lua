-- The command's own texts, in English and Chinese. Those of codes and kinds are the registry's and the
-- vocabulary's. A spec holds the keys of `again`, `executed` and `sources` against the vocabulary.

local words = {}

words.en = {
  space = " ", -- between two sentences
  colon = ": ",
  again = { -- is another try worth it? By `retryable`, and two cases that are told apart
    no = "No, the same request fails again.",
    look = "No, look first: it may have been carried out, in whole or in part.",
    backoff = "Yes, after pauses that grow.",
    throttle = "Yes, more slowly.",
    refresh = "Yes, once, with new credentials or a synchronized clock.",
    dry_run = "No need, it would have succeeded.",
  },
  executed = { -- is another try safe? By `executed`, and by what the action does
    no = "Nothing was carried out.",
    maybe = "But it may have been carried out: repeat it only if it reads, or with the same ClientToken.",
    partly = "But a part of it was carried out: repeat only the rest.",
    reads = "%s only reads: to repeat it is safe.",
    token = "But it may have been carried out: repeat %s only with the same ClientToken.",
    unsafe = "But it may have been carried out: look before you repeat %s.",
  },
  changed_nothing = "%s only reads: nothing was changed.",
  sources = { -- how sure the verdict is
    exact = "Sure: decided for this very code.",
    rule = "Fairly: its words say so, and it was checked.",
    category = "Roughly: its category says so, and it was checked.",
    defined = "Sure: defined by this program.",
  },
  unknown = "Roughly: it is not in the catalog.",
  guess = "Judged by its name:",
  common = "Any action may return it.",
  declares = "%s declares it.",
  not_declared = "%s does not declare it, but no list is complete.",
  declared_by = "%s.",
  declared_count = "%d actions of %d %s.",
  service = "service", services = "services",
  client = "This module makes it, not the API.",
  nobody = "No action declares it.",
  declared_codes = "%d %s%s declared by %s; it may return others too",
  code = "code", codes = "codes", of_kind = " of kind %s",
  retired = "No action declares it any more: it is retired.",
  retired_mark = " (retired)", -- after a code in a list
  states = {
    deprecated = "%s is deprecated.",
    offline = "%s is offline.",
    retired = "%s is retired: no list has it any more.",
    mainland = "Only the mainland site has %s.",
    international = "Only the international site has %s.",
  },
  not_known = "This code is not in the catalog.",
  did_you_mean = "This code is not in the catalog. Did you mean one of these?",
  written = "This code is not in the catalog. It is written %s:",
  labels = { again = "Retry?", advice = "Do", declared = "From", source = "Sure?", message = "Message",
    request_id = "Request", fields = "Fields", items = "Items",
    events = "Events", deprecated = "Warning", text = "Text" },
  ok = "Success", partly = "Success, but items failed", unread = "Success, but its items could not be read",
  failed = "Failure", none = "No API response",
  items_failed = "%d of %d in %s failed:",
  items_unread = "%d could not be read: %s",
  list = "list of %d", empty = "empty",
  deprecated = "The action is deprecated: %s",
  text_fault = "not sound at line %d, column %d (byte %d): %s; it is handed on as it came",
  faults = { -- of a text, by the core's words
    ["the bytes are not UTF-8"] = "the bytes are not UTF-8",
    ["half of a surrogate pair stands alone"] = "half of a surrogate pair stands alone",
  },
  unsure_end = "%d; none says whether it is the last, so that a loss cannot be told",
}

words.zh = {
  space = "",
  colon = "：",
  again = {
    no = "不必，同样的请求仍会失败。",
    look = "先不要：请求可能已全部或部分执行，请先确认。",
    backoff = "可以，逐步延长间隔。",
    throttle = "可以，但要放慢。",
    refresh = "可以，更新凭证或校准时钟后重试一次。",
    dry_run = "不必，请求本可成功。",
  },
  executed = {
    no = "请求未执行。",
    maybe = "但请求可能已执行：仅查询类操作或使用相同 ClientToken 时可重复。",
    partly = "但请求已部分执行：只重复其余部分。",
    reads = "%s 只读取数据，可以安全重复。",
    token = "但请求可能已执行：重复 %s 时须使用相同的 ClientToken。",
    unsafe = "但请求可能已执行：重复 %s 之前请先确认。",
  },
  changed_nothing = "%s 只读取数据，没有改动任何内容。",
  sources = {
    exact = "确定：针对该错误码单独判定。",
    rule = "较确定：根据名称中的词判定，并经核对。",
    category = "大致：根据类别判定，并经核对。",
    defined = "确定：由本程序定义。",
  },
  unknown = "大致：目录中没有该错误码。",
  guess = "根据名称判断：",
  common = "任何接口都可能返回。",
  declares = "%s 声明了该错误码。",
  not_declared = "%s 未声明该错误码，但声明列表并不完整。",
  declared_by = "%s。",
  declared_count = "%d 个接口，涉及 %d %s。",
  service = "个服务", services = "个服务",
  client = "由本模块产生，并非 API 返回。",
  nobody = "没有接口声明该错误码。",
  declared_codes = "%d %s%s由 %s 声明；该接口也可能返回其他错误码",
  code = "个错误码", codes = "个错误码", of_kind = "（种类 %s）",
  retired = "已没有接口声明该错误码：它已退役。",
  retired_mark = "（已退役）",
  states = {
    deprecated = "%s 已弃用。",
    offline = "%s 已下线。",
    retired = "%s 已退役：任何列表都不再列出。",
    mainland = "只有国内站提供 %s。",
    international = "只有国际站提供 %s。",
  },
  not_known = "目录中没有该错误码。",
  did_you_mean = "目录中没有该错误码，是否想查：",
  written = "目录中没有该错误码，正确的大小写为 %s：",
  labels = { again = "重试", advice = "处理", declared = "来源", source = "把握", message = "信息",
    request_id = "请求", fields = "字段", items = "条目",
    events = "事件", deprecated = "弃用", text = "文本" },
  ok = "成功", partly = "成功，但有条目失败", unread = "成功，但读不到条目的结果", failed = "失败", none = "不是 API 响应",
  items_failed = "%d/%d 条失败（%s）：",
  items_unread = "%d 处读不到：%s",
  list = "%d 项的列表", empty = "空",
  deprecated = "该接口已弃用：%s",
  text_fault = "第 %d 行第 %d 列（第 %d 字节）不合法：%s；已按原样给出",
  faults = {
    ["the bytes are not UTF-8"] = "字节不是 UTF-8",
    ["half of a surrogate pair stands alone"] = "只有半个代理对",
  },
  unsure_end = "%d 个；没有事件表明自己是最后一个，无法判断是否缺失",
}

---Adds the option --lang to a command.
function words.define(command)
  command:option("--lang", "The language of the text: en or zh.", "en"):choices{ "en", "zh" }:argname "<language>"
end

return words
