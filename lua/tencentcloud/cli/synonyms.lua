-- What people call the same thing, in English and Chinese: tcerr search looks for all words of a group where it is
-- asked for one. A group with a kind names it, so that the kind's codes are found, too; a word that also means other
-- things, such as 签名, the signature of a request and that of a text message, is in a group without one. English is
-- in lower case, and a word is found by its beginning ("sign" in "signature"), Chinese anywhere.

local GROUPS = {
  { "throttle", "限频, 限流, 频控, 频率, 速率, 请求过快, 过于频繁, 太频繁, 太快, throttle, throttling, throttled, "
    .. "rate limit, frequency, frequent, qps, too fast, too many requests, request limit, flow control, 429" },
  { "quota", "配额, 限额, 超限, 上限, 数量限制, 超出限制, quota, limit exceeded, over limit, over the limit, "
    .. "exceed limit, exceeds the limit, too many, upper limit" },
  { "billing", "欠费, 停服, arrears, arrear, overdue, unpaid, owing, debt" },
  { "billing", "余额, 余额不足, 充值, balance, insufficient balance, balance insufficient, balance not enough, low balance" },
  { false, "未开通, 没开通, 没有开通, 未激活, 未启用, 未开启, not activated, nonactivated, not active, not open, unopen, "
    .. "no open, not enabled, not enable, not subscribed, inactive" },
  { "unavailable", "不可用, 未就绪, unavailable, not available, not ready" },
  { "permission", "权限, 无权, 未授权, 没有授权, permission, unauthorized, not authorized, unauthorised, forbidden, "
    .. "access denied, no auth, 403" },
  { "auth", "身份校验, 身份验证, 认证失败, 鉴权, 鉴权失败, authentication, authentication failed, auth failure, auth failed, 401" },
  { false, "签名, signature, sign, sig" },
  { false, "密钥, 秘钥, 凭证, 凭据, secret id, secret key, credential" },
  { false, "时钟, 时间戳, 本机时间, clock, timestamp, signature expire, synchronized" },
  { "parameter", "参数错误, 参数有误, 参数无效, 参数不合法, 非法参数, invalid parameter, wrong parameter, bad parameter, "
    .. "illegal parameter, parameter error, bad request, 400" },
  { false, "错误, 有误, 不正确, 无效, 不合法, 非法, wrong, incorrect, invalid, illegal" },
  { false, "失败, failed, failure" },
  { false, "缺少, 缺失, 必填, missing, required" },
  { "not_found", "不存在, 找不到, 未找到, 没找到, 查不到, not found, not exist, does not exist, not exists, non exist, "
    .. "no such, not existed, nonexistent, 404" },
  { "conflict", "冲突, conflict" },
  { "conflict", "已存在, 重复, already exist, already exists, duplicate, duplicated, repeat" },
  { "conflict", "被占用, 占用, 使用中, in use, occupied, being used" },
  { "conflict", "正在进行, 进行中, 处理中, 执行中, 被锁定, in progress, under way, ongoing, processing, running task, "
    .. "locked, busy" },
  { "sold_out", "售罄, 库存不足, 资源不足, 缺货, sold out, out of stock, no stock, insufficient resource, "
    .. "resource insufficient, resource not enough" },
  { "unsupported", "不支持, unsupported, not supported, not support, un support" },
  { "timeout", "超时, timeout, time out, timed out, deadline, 504" },
  { "internal", "内部错误, 系统错误, 服务器错误, 服务异常, internal error, internal server error, system error, "
    .. "server error, 500" },
  { "client", "网络错误, 网络异常, 断网, network error, no response, connection failed" },
  { "dry_run", "预检, dry run" },
  { false, "过期, 到期, 失效, expire, expired, expiration" },
  { false, "实名, 实名认证, real name, not verified, unverified" },
  { false, "白名单, white list, whitelist, allow list, allowlist" },
  { false, "冻结, 隔离, 封禁, 停用, frozen, freeze, isolate, isolated, suspended, banned, blocked" },
}

---@class tencentcloud.cli.Synonyms
---@field kind string? the kind that the words name
---@field words string[]

local synonyms = {
  groups = {}, ---@type tencentcloud.cli.Synonyms[]
  of = {}, ---@type table<string, tencentcloud.cli.Synonyms> by a word
  joined = {}, ---@type table<string, string> English phrases by themselves without blanks: "notfound"
  longest = 1, -- words of an English phrase
}

for _, row in ipairs(GROUPS) do
  local group = { kind = row[1] or nil, words = {} }
  for part in row[2]:gmatch "[^,]+" do
    local word = part:match "^%s*(.-)%s*$"
    assert(not synonyms.of[word], "a word in two groups")
    table.insert(group.words, word)
    synonyms.of[word] = group
    synonyms.longest = math.max(synonyms.longest, select(2, word:gsub(" ", " ")) + 1)
  end
  table.insert(synonyms.groups, group)
end

for _, group in ipairs(synonyms.groups) do
  for _, word in ipairs(group.words) do
    local joined = word:gsub(" ", "")
    if not synonyms.of[joined] then synonyms.joined[joined] = word end
  end
end

return synonyms
