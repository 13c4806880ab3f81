-- The rules for details: what the words of a detail say of its code. The first rule that fits decides, so the surer
-- words stand first. catalog/README.md tells how a phrase is written; `make verdicts` says how often each rule decides
-- and where it is wrong.

local word_rules = {}

-- Which categories are alike, so that a rule can name them together. `other` are all that stand nowhere here, above all
-- those that nobody knows.
word_rules.classes = {
  { name = "request", categories = "InvalidParameter InvalidParameterValue" },
  { name = "missing", categories = "MissingParameter UnknownParameter" },
  { name = "failed", categories = "FailedOperation DidFailedOperation" },
  { name = "denied", categories = "OperationDenied" },
  { name = "unsupported", categories = "UnsupportedOperation" },
  { name = "unavailable", categories = "ResourceUnavailable" },
  { name = "internal", categories = "InternalError" },
  { name = "limit", categories = "LimitExceeded" },
  { name = "in_use", categories = "ResourceInUse" },
  { name = "not_found", categories = "ResourceNotFound" },
  { name = "insufficient", categories = "ResourceInsufficient ResourcesSoldOut" },
  { name = "auth", categories = "AuthFailure" },
  { name = "unauthorized", categories = "UnauthorizedOperation" },
  { name = "throttle", categories = "RequestLimitExceeded" },
  { name = "dry_run", categories = "DryRunOperation" },
}

-- What an action does, as the first word of a detail: "CreateTopicFailed" gives no reason.
local DEEDS = "query|change|create|delete|update|add|upload|send|set|bind|unbind|associate|attach|start|stop|cancel|"
  .. "close|open|activate|register|pay|process|generate"

local PASSES = { retryable = "backoff", executed = "no" }
local BUSY = { retryable = "backoff", executed = "maybe" }
local REFRESH = { retryable = "refresh", executed = "no" }
local REFUSED = { retryable = "no", executed = "no" }

-- Adds a rule for each phrase. `classes` is "any", or names of classes; "-name" leaves one out of all.
local function rule(kind, classes, phrases, verdict)
  for part in phrases:gmatch "[^,\n]+" do
    local phrase = part:match "^%s*(.-)%s*$"
    if phrase ~= "" then
      table.insert(word_rules, { kind = kind, classes = classes, phrase = phrase, verdict = verdict })
    end
  end
end

-- Details that say which one, not what.
rule("parameter", "missing", "*")
rule("throttle", "throttle", "*")
rule("dry_run", "dry_run", "*")

-- Too many of them in one request.
rule("parameter", "request", "too many|much")

-- A value, although it is counted in days.
rule("parameter", "request", "time span|range, duration over|exceed")

-- Too fast. What is counted by the hour or the day is no rate: it does not pass in seconds.
rule("quota", "any", [[day|hour|month|week .. limit|exceed|over|quota|number|reach,
  limit|exceed|over .. day|hour|month|week]])
rule("conflict", "any", "limit rule .. exist")
rule("throttle", "any", [[throttle $, qps, tps, frequency .. limit|exceed|over|control|query,
  limit .. frequency, exceed .. frequency, over .. frequency, frequency count, rate limit|exceed,
  too frequent, frequent request, too many request, request limit exceed, request limit $, request exceed,
  limit .. concurrent, second|minute limit, call limit, call .. exceed, send|mail|verify .. limit # $,
  verify code limit $]])
rule("throttle", "-request", [[traffic limit|exceed, concurrent .. limit|exceed|over, too .. concurrent,
  over concurrent, exceed .. concurrent, ^ concurrent $, second|minute $, frequency $]])
rule("throttle", "limit insufficient", [[call time $, ^ access limit $, ^ operate limit $, ^ call $,
  ^ request $, ^ search $]])

-- What the words below would take for something else; "NotFund" is a frequent slip, and not about money.
rule("internal", "internal", "store")
rule("not_found", "any", "not exist .. permission|deny, not fund")

-- Arrears, balance, packages that ran out, isolated accounts.
rule("conflict", "any", "not .. isolate|isolated, cannot isolate, isolate not, isolate enable, unable .. isolate")
rule("billing", "any", "arrears")
rule("failed", "failed", "isolate .. fail|error, isolate ?")
rule("quota", "any", "isolate .. limit")
rule("parameter", "any", "expire time|date .. invalid|illegal|error")
rule("billing", "unavailable", "^ expire $")
rule("billing", "failed unsupported unavailable internal other", "not package $, bill error|exception")
rule("billing", "request", "isolated")
rule("billing", "-request -internal", "isolate|isolated, ^ freeze")
rule("billing", "any", [[credit card, balance not, not .. balance, insufficient balance,
  balance insufficient|lack, account|low|user|block|merchant balance, ^ balance,
  money|fund not|insufficient|lack|must, not enough money, not|insufficient|lack money, insufficient fund,
  no enough fund, unpaid, account|user insufficient, not .. purchase, package|quota|resource .. exhaust,
  account|user|service suspend, suspend account|user|service, account|user|resource freeze, freeze $,
  service stop|stopped, ^ stop service $, stop use, out service, service|resource .. expire,
  package .. expire, plan .. expire, license .. expire, instance expire, account|user|corp|agent expire,
  account terminated|deleted, pay deadline, charge status, financial, out .. credit, not .. amount,
  amount not enough, account not enough, fee negative, package not enough,
  license|package|resource|free|balance .. used up, ^ pay fail, deal|bill|fee not pay, license|package out date]])
rule("billing", "unauthorized", "license|package|version expire")
rule("quota", "any", "used up")

-- Who you are.
rule("parameter", "any", "page token")
rule("auth", "any", [[signature expire, expire signature, token expire, timestamp expire, credential expire,
  session .. expire, login .. expire, login timeout, authorize expire, request expire, ^ invalid token $,
  ^ token invalid $, ^ token fail, ^ expire $, expire access token, invalid access token]], REFRESH)
rule("auth", "auth unauthorized", "token fail|error|expire|invalid, mfa expire", REFRESH)
rule("permission", "auth", [[unauthorized, not permission, not authorize|authorized, not enterprise, cam,
  forbid, deny, whitelist, role, real name|authorize, verify, query resource]])
rule("unsupported", "auth", "unsupported, not support")
rule("auth", "auth", "*")
rule("auth", "any", [[secret invalid|error, invalid secret, invalid signature, signature invalid,
  signature verify, replay attack, authenticate fail, invalid authenticate $,
  mfa .. fail|error|invalid|expire|token, not login, must login, login .. fail, login token, not session,
  wrong password, login password, password fail, invalid credential, invalid api key]])
rule("unavailable", "unauthorized", "service not open, not activate")
rule("permission", "unauthorized", "*")

-- Exhausted by the cloud.
rule("permission", "insufficient", "unauthorized")
rule("sold_out", "any", [[stock not, stock out, sold, sale out, stock lack|insufficient, not .. enough resource,
  resource not enough, lack .. resource, insufficient resource|stock, insufficient .. stock,
  resource insufficient, insufficient offering, not .. sale, lack bandwidth, group insufficient, stock query]])

-- What a request gets wrong in itself.
rule("parameter", "request missing", [[long, short, large, small, length, size .. exceed|limit|over, range,
  overflow, oversize, name limit, conflict parameter, parameter conflict, offset exceed, page limit,
  period exceed, type duplicate, parameter not find, must identical, coexist, parameter value limit|exceed,
  token limit, content exceed]])
rule("parameter", "any", "parameter error, lack more")
rule("parameter", "failed", "no .. card, card error|side|number, type error, unknown .. type, size error")
rule("parameter", "any", [[must .. not .. empty, must .. not null, cannot .. empty, not null,
  name|tag|value|operator|parameter|id|field|password|key|content not empty]])
rule("parameter", "-limit -in_use -insufficient", "long, too short|large|small, length")
rule("parameter", "failed unsupported denied internal other", [[image size|resolution,
  video size|resolution|duration, size over|exceed, oversize, ^ malformed, range]])

-- What was to be done, and failed: no reason is given.
rule("failed", "failed", ("^ %s .. fail $, ^ change|update|query .. status|state error $"):format(DEEDS))

-- States whose names end like a lack of support.
rule("conflict", "any", [[status|state not support|permission|allow|match|in, current status|state,
  status|state .. deny, status|state invalid|error|wrong|abnormal|illegal|limit,
  invalid|wrong|illegal|abnormal status|state $]])
rule("unsupported", "any", "not .. support, cannot support, unsupported, only support")

-- Names that are taken, and whose words would be those of permissions and states.
rule("conflict", "any", [[duplicate,
  already exist|bind|bound|attach|attached|associate|associated|register|registered|open|use|used|enable|create|created,
  exist already]])
rule("permission", "any", "not .. permission, not main account, sub account|user cannot")
rule("unavailable", "-request", "server unavailable", BUSY)
rule("unavailable", "any", "service not activate|active|open|enable|subscribe")
rule("quota", "any", "ip insufficient|not enough")
rule("quota", "insufficient", "subnet, ip, cidr, maximum, minimum")
rule("conflict", "any", "unbound, not bind|bound")
rule("conflict", "any", "state enter|exit, accept other", PASSES)
rule("conflict", "failed denied unsupported unavailable other", [[
  not bind|attach|associate|change|delete|start|try|create|update]])
rule("conflict", "any", [[not pending, pending deleted|delete, not active, cannot .. deleted|delete,
  not .. allow .. deleted|delete, must .. deleted, not .. allow .. exist, not empty]])

-- Whether it exists.
rule("not_found", "request not_found", "not registered")
rule("unavailable", "any", "service|user|account unregistered")
rule("not_found", "failed", "unregistered")
rule("not_found", "any", [[not created, cannot find, cannot .. exist, not .. exist, not exit, not .. find,
  not such, not record $, already deleted, deleted $]])

-- What you may do.
rule("permission", "any", [[insufficient permission, must .. authorize, must .. role,
  permission deny|forbid|insufficient|lack, unauthorized, not authorize|authorized, authorize fail|deny,
  access deny|forbid, not .. whitelist, whitelist not|forbid, role|user|account forbid|deny,
  cam not|deny|fail, real name, realname, not enterprise, not .. verify $, not verify, illegal role,
  not role $, not role authorize, not icp, must icp, lack permission, account violate, operate deny $]])
rule("permission", "any", "in .. blacklist, hit .. blacklist, blacklist $, whitelist function")
rule("permission", "-request -unsupported", "forbid, deny, not allow")
rule("permission", "-request -internal", "not .. owner, owner only, not .. admin, risk")
rule("permission", "failed denied unsupported", [[invalid authorize $, invalid account $, not .. right,
  not ability, not .. agreement]])
rule("permission", "denied failed", "authorize error|fail, authorized fail, authorize not policy")
rule("permission", "denied", "whitelist")
rule("permission", "unsupported", "forbid operate|use, operate forbid|deny")
rule("unsupported", "any", "version .. low|old")
rule("unsupported", "any", "operate|api|feature|function|product offline")
rule("unsupported", "unsupported", "forbid, not allow")

-- States that pass by themselves.
rule("unavailable", "-request -unavailable", [[try again, service unavailable, server busy, system busy,
  service busy, backend busy, overload, temporary, try later, must try, operate later]], BUSY)
rule("conflict", "failed denied unsupported unavailable in_use insufficient other", "busy", PASSES)
rule("unavailable", "any", "not ready, not .. ready, uninitialized, not .. initialize, in queue, busy", PASSES)
rule("unavailable", "unavailable", "^ initialize $, system upgrade, wait", PASSES)
rule("conflict", "any", "not .. ongoing")
rule("conflict", "-request", [[progress, in process, in operate, mutex, transition, pending,
  operate .. conflict, conflict .. operate, task conflict, conflict task, concurrent conflict,
  lock fail|error|timeout, not finish|finished, not complete, unfinished]], PASSES)
rule("conflict", "-request", "user|account|domain|host|certificate lock")
rule("conflict", "any", "already|task ongoing", PASSES)
rule("conflict", "-request -internal -limit", "ongoing, lock, unstable", PASSES)
rule("conflict", "request", "in process, task not finish|finished, task not complete, not .. stable", PASSES)

-- No answer in time, and their fault.
rule("quota", "limit", "^ timeout $")
rule("parameter", "any", "timeout .. invalid|illegal|config")
rule("timeout", "-request", "timeout")
rule("timeout", "request", "request timeout")
rule("internal", "failed denied unsupported unavailable not_found in_use other", [[
  internal error|fail|service|operate, system error|exception|fail, server error|fail|exception,
  database error|fail|exception|operate|query|connect|update|config, rpc, unhandled, platform error, vendor,
  unexpected error, backend error|api, network error, component client, cloud api, ^ service error|access,
  server query, remote call, call fail|error, http request error|fail, store operate|connect|access,
  access error, marshal error]])
rule("quota", "any", "over maximum, no .. ip left|available")
rule("internal", "failed", "crash, call .. api fail|error, database, client .. error")
rule("internal", "request", "database exception|fail, database query error, system error, internal error")

-- The same as above, with words that are not as sure.
rule("failed", "failed", ("^ %s .. fail|error $"):format(DEEDS))

-- Too many, too much.
rule("quota", "any", [[quota exceed|limit|over|not|insufficient|lack|out|maximum, over quota, out quota,
  out limit, not .. quota, insufficient .. quota, limit exceed, exceed .. limit, upper limit, reach .. limit,
  reach maximum, maximum number|limit, number exceed, too many, too much, exceed .. maximum, exceed number,
  limit over, over limit, more maximum]])
rule("quota", "-request -internal", [[limit .. count|number, count limit, upper $, exceed, number limit,
  limit $, full $, reach, quota]])
rule("quota", "request", [[count limit, more .. limit, more #, over .. count, number limit, exceed $, full $,
  delete limit, rule limit]])

-- Names, existence and state.
rule("conflict", "any", [[registered, created $, released $, renewed $, conflict, already, use $, used,
  use error, protect, have bind|bound, unique, identical name, name identical]])
rule("conflict", "-internal", "exist")
rule("not_found", "failed internal request not_found", "no .. data|result|record|task|object|resource $, ^ no ? $")
rule("unavailable", "-request", [[not open, not activate, not enable, not register, not subscribe,
  unregistered, service closed]], REFUSED)
rule("parameter", "internal", "^ parameter, invalid parameter|request")
rule("failed", "failed", "face|image .. fail|error $")
rule("parameter", "failed denied", [[parameter, invalid, illegal, missing, lack, null, empty, wrong, format,
  sensitive, parse error|fail, malformed, syntax]])
rule("failed", "unsupported", "fail $")
rule("parameter", "failed", "ratio, image, quality, not face, face, not .. detect")
rule("conflict", "failed", [[status, state, bound, attached, associated, refer, offline, expire, closed,
  finished, ended, started, stopped, activate|active, mismatch, inconsistent, not match, canceled,
  terminated, online, disable, added $]])
rule("conflict", "-failed -request -internal -not_found -limit -insufficient", [[status, state, bind|bound,
  attach|attached, associate|associated, refer, offline, expire, close|closed, end|ended, start|started,
  stop|stopped, activate|active, mismatch, inconsistent, not match, cancel|canceled, overlap, terminated,
  online]])
rule("conflict", "denied unsupported", "have")
rule("unavailable", "unavailable", "unavailable $, unavailable error", PASSES)
rule("unavailable", "-insufficient", "unavailable, not available", REFUSED)
rule("conflict", "unavailable", "disable, not alive, cannot")
rule("quota", "limit", "*")
rule("unavailable", "unavailable", "*", REFUSED)

-- Where nothing surer was found.
rule("conflict", "request", [[not attached|bound|associated, closed $, finished $, expire $, instance status|state,
  bind|bound other, lock $, overlap, offline, online, disable $]])
rule("conflict", "internal", "exist $")
rule("conflict", "unsupported", "^ identical")
rule("parameter", "failed", "file .. damage")
rule("parameter", "other", "invalid, illegal, missing, wrong, empty, format, face")
rule("permission", "failed denied unsupported", "whitelist .. only, not gray")
rule("auth", "failed", "password not")
rule("quota", "failed denied unsupported", "exhaust")

return word_rules
