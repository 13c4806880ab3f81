-- The words that the whole project uses, each said once. catalog/compile.lua makes build/generated/vocabulary.h from
-- them, so that C has no list of its own; programs and the command get them by `require "tencentcloud.vocabulary"`;
-- specs hold the type stubs and the pages against them.

local vocabulary = {}

-- What a code is about, in the order in which pages list them. A kind states all of these:
--   retryable, executed   what follows where nothing else is said of a code
--   refused               do its codes come before anything is carried out, whatever is said of one?
--   hopeless              do the same request and the same state give it again? then lint warns of a retry
--   summary, advice       a few words, and what a person does next; each in English and in Chinese
--   sentence              what is true of all its codes: the first half of a description made from a code's words
--   opening               what stands there instead before the name of a thing, if the sentence does not fit it
--   reads_advice          what a person does next where the action only reads, if that is something else
vocabulary.kinds = {
  {
    name = "auth", retryable = "no", executed = "no", refused = true, hopeless = false,
    summary = "who you are could not be verified",
    summary_zh = "身份校验",
    sentence = "The caller's identity was not accepted.",
    sentence_zh = "身份校验未通过。",
    advice = "Check the credential, signature or code that the message names; for the request's own: key pair, "
      .. "token, clock.",
    advice_zh = "检查 Message 指出的凭证、签名或验证码；若是请求本身的签名，则检查密钥对、Token 和本机时间。",
  },
  {
    name = "permission", retryable = "no", executed = "no", refused = false, hopeless = true,
    summary = "you may not do this",
    summary_zh = "权限不足",
    sentence = "The caller may not do this.",
    sentence_zh = "没有执行该操作的权限。",
    advice = "Ask an administrator for the missing permission: CAM policy, white list, verification, or a role "
      .. "for the service.",
    advice_zh = "请管理员补齐权限：CAM 策略、白名单、实名认证或服务角色授权。",
  },
  {
    name = "throttle", retryable = "throttle", executed = "no", refused = true, hopeless = false,
    summary = "too fast",
    summary_zh = "请求过快",
    sentence = "Too many requests or too much data in a short time.",
    sentence_zh = "短时间内请求或数据过多。",
    advice = "Wait, then try again more slowly; spread the calls over time or use batch actions.",
    advice_zh = "等待后以更低的频率重试；把调用分散开，或使用批量接口。",
  },
  {
    name = "quota", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "too many or too much",
    summary_zh = "数量或用量超限",
    sentence = "A limit is reached or exceeded.",
    sentence_zh = "达到或超出限制。",
    advice = "Reduce the amount, free what is unused, or request a higher quota; hourly and daily limits reset "
      .. "after that time.",
    advice_zh = "减少数量、清理不用的资源，或申请提升配额；按小时或按天计算的限额，过了该小时或当天即恢复。",
  },
  {
    name = "parameter", retryable = "no", executed = "no", refused = false, hopeless = true,
    summary = "the request is wrong",
    summary_zh = "请求有误",
    sentence = "Something in the request is wrong.",
    sentence_zh = "请求内容有误。",
    advice = "Fix the request: compare the parameter that the message names with the documentation.",
    advice_zh = "修改请求：对照文档检查 Message 指出的参数。",
  },
  {
    name = "not_found", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "it does not exist",
    summary_zh = "不存在",
    sentence = "Something was not found.",
    sentence_zh = "未找到对象。",
    advice = "Check the id or name, the region and the account; the resource may have been deleted.",
    advice_zh = "检查 ID 或名称、地域和账号；资源可能已被删除。",
  },
  {
    name = "conflict", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "its name, its state or another operation is in the way",
    summary_zh = "名称、状态或其他操作冲突",
    sentence = "The request conflicts with what exists, its state or another operation.",
    sentence_zh = "与现有资源、其状态或其他操作冲突。",
    advice = "If another operation is under way, wait for its end; else rename, release or change what stands "
      .. "in the way.",
    advice_zh = "若有其他操作正在进行，等其结束后再试；否则先改名、解除占用或调整状态。",
  },
  {
    name = "sold_out", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "the cloud has no more",
    summary_zh = "云端资源售罄",
    sentence = "There is not enough of the resource.",
    sentence_zh = "云端资源不足。",
    advice = "Choose another zone, type or amount; trying again at once does not help.",
    advice_zh = "更换可用区、规格或数量；立即重试没有作用。",
  },
  {
    name = "unavailable", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "not available at the moment",
    summary_zh = "暂不可用",
    sentence = "It cannot be used at the moment.",
    sentence_zh = "当前不可用。",
    advice = "Look at the state of the service or resource in the console; activate it, or wait until it is "
      .. "ready.",
    advice_zh = "在控制台查看服务或资源的状态：未开通请先开通，未就绪请等待。",
  },
  {
    name = "billing", retryable = "no", executed = "no", refused = false, hopeless = true,
    summary = "arrears, balance or a closed account",
    summary_zh = "欠费、余额或账号停用",
    sentence = "A payment, a package, the balance or the account's state prevents it.",
    sentence_zh = "因费用、套餐、余额或账号状态而无法执行。",
    advice = "Look at the balance, the bills and the packages in Billing Center; pay or renew, then try "
      .. "again.",
    advice_zh = "到“费用中心”查看余额、账单和资源包；缴费或续费后再试。",
  },
  {
    name = "unsupported", retryable = "no", executed = "no", refused = false, hopeless = true,
    summary = "not supported here",
    summary_zh = "不支持",
    sentence = "This is not supported.",
    sentence_zh = "不支持该操作。",
    opening = "Not supported",
    opening_zh = "不支持",
    advice = "This does not work here: choose another type, version, region or way, as the documentation "
      .. "allows.",
    advice_zh = "此处不支持：请按文档更换类型、版本、地域或操作方式。",
  },
  {
    name = "timeout", retryable = "backoff", executed = "maybe", refused = false, hopeless = false,
    summary = "no answer in time",
    summary_zh = "超时未响应",
    sentence = "It was not done in time.",
    sentence_zh = "未能及时完成。",
    advice = "Check whether the operation was done after all, then try again with growing pauses.",
    advice_zh = "先确认操作是否已完成，再逐步延长间隔重试。",
    reads_advice = "Try again with growing pauses, or ask for less at once.",
    reads_advice_zh = "逐步延长间隔后重试，或减小单次查询的范围。",
  },
  {
    name = "dry_run", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "it would have succeeded",
    summary_zh = "预检通过",
    sentence = "The request was only a dry run.",
    sentence_zh = "本次请求仅为预检。",
    advice = "Nothing is wrong: leave DryRun out to do it for real.",
    advice_zh = "无需处理；去掉 DryRun 参数即可正式执行。",
  },
  {
    name = "internal", retryable = "backoff", executed = "maybe", refused = false, hopeless = false,
    summary = "a fault of the service",
    summary_zh = "服务内部错误",
    sentence = "Something failed inside the service.",
    sentence_zh = "服务内部错误。",
    advice = "Try again with growing pauses; if it goes on, open a ticket with the RequestId.",
    advice_zh = "逐步延长间隔后重试；若持续出现，请携带 RequestId 提交工单。",
  },
  {
    name = "failed", retryable = "no", executed = "maybe", refused = false, hopeless = false,
    summary = "it failed, and nothing more is known",
    summary_zh = "原因不明",
    sentence = "The operation failed.",
    sentence_zh = "操作失败。",
    advice = "Read the message, and look at the resource before repeating the call: part of it may have been "
      .. "done.",
    advice_zh = "查看 Message；重试前先确认资源状态，操作可能已部分执行。",
    reads_advice = "Read the message, then check the request; the action only reads, so nothing was changed.",
    reads_advice_zh = "查看 Message 并检查请求；该接口只读取数据，没有改动任何内容。",
  },
  {
    name = "client", retryable = "no", executed = "no", refused = false, hopeless = false,
    summary = "no usable API response",
    summary_zh = "没有可用的 API 响应",
    sentence = "There is no usable API response.",
    sentence_zh = "没有得到可用的 API 响应。",
    advice = "Look at the message: it says what was received instead of an answer.",
    advice_zh = "查看错误信息，其中说明了实际收到的内容。",
  },
}

-- Is another try worth it: no; after growing pauses; more slowly; with new credentials or a synchronized clock.
vocabulary.retryable = { "no", "backoff", "throttle", "refresh" }

-- May the request have done something? The last is a batch's, never that of a code in the catalog: some items were
-- carried out and others failed.
vocabulary.executed = { "no", "maybe", "partly" }

-- How a verdict was found, the surest first: reviewed for this code; by words of its detail; by its category alone; or
-- stated by a program.
vocabulary.source = { "exact", "rule", "category", "defined" }

-- How an action pages through its result, the fields that it does it with, as paths, and what an offset counts: items,
-- pages, or nobody is sure.
vocabulary.paging = { "offset", "page", "token" }
vocabulary.paging_fields = { "offset", "limit", "page", "size", "token", "next", "total", "more", "over", "list" }
vocabulary.paging_counts = { "items", "pages", "unsure" }

-- What an action is, besides its codes: it changes nothing; it takes a ClientToken; a DryRun; it can answer with an
-- event stream. One bit each.
vocabulary.flags = { "reads", "client_token", "dry_run", "streams" }

-- The sites that may have an action, in the order in which they are listed; and how the API speaks of one.
vocabulary.sites = { "mainland", "international" }
vocabulary.statuses = { "online", "deprecated", "offline" }

-- The codes that this module makes itself, all under ClientError. passes: another try may help, where nothing more is
-- known than the code; broken: there is no response, or only a part of one. Those of a call end it: no rule is asked
-- about them.
vocabulary.client_codes = {
  { name = "NetworkError", passes = true, broken = true, of_call = false },
  { name = "EmptyBody", passes = true, broken = true, of_call = false },
  { name = "ParseJsonError", passes = true, broken = true, of_call = false },
  { name = "HttpStatusCodeError", passes = true, broken = false, of_call = false },
  { name = "ResponseError", passes = false, broken = false, of_call = false },
  { name = "UnwantedAnswer", passes = false, broken = false, of_call = true },
  { name = "Cancelled", passes = false, broken = false, of_call = true },
  { name = "RequestRefused", passes = false, broken = false, of_call = true },
  { name = "PagingError", passes = false, broken = false, of_call = true },
}

-- What the core refuses to go beyond. text: as messages say it; the number itself where it is left out.
vocabulary.limits = {
  { name = "body", value = 256 * 1024 * 1024, text = "256 MiB" }, -- bytes: what 28 bits of an index word can address
  { name = "depth", value = 1024 }, -- levels of arrays and objects
  { name = "name", value = 128 }, -- bytes of a code, service or action; the longest that exist have 89, 16 and 61
  { name = "columns", value = 32 }, -- fields of rows()
  { name = "near", value = 32 }, -- names that suggest() gives
  { name = "rules", value = 1024 * 1024 }, -- rules of a rulebook
  { name = "versions", value = 16 }, -- versions of a service
  { name = "description", value = 4096 }, -- bytes of a text that is put together
  { name = "quote", value = 64 }, -- bytes of a foreign text that a message quotes
}

return vocabulary
