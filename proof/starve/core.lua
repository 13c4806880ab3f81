-- What host.c does with running out of memory: all that the C core is asked for, in small steps.

local core = require "tencentcloud.core"
local scenario = require "proof.starve.scenario"
local tc = require "tencentcloud"

assert(tc.events) -- it is loaded when it is first asked for

local is, raises, step = scenario.is, scenario.raises, scenario.step

local SUCCESS = [[{"Response":{"TotalCount":2,"InstanceSet":[{"InstanceId":"ins-1","InstanceState":"RUNNING",
"Cpu":2,"Price":0.25,"Tags":null,"Name":"caf\u00e9"},{"InstanceId":"ins-2","InstanceState":"STOPPED"}],"Empty":[],
"Nested":{"A":{"B":[true,false]}},"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}]]
local FAILURE = [[{"Response":{"Error":{"Code":"ResourceNotFound.InstanceNotFound","Message":"No \"ins-9\"\nis here."},
"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}]]

-- Longer than what the parser holds on the C stack, and than a body that a response copies.
local COUNT = 200
local elements = {}
for i = 1, COUNT do elements[i] = ('{"Id":%d,"Text":"%s\\n"}'):format(i, ("x"):rep(3 * i)) end
local LONG = '{"Response":{"List":[' .. table.concat(elements, ",") .. '],"RequestId":"r"}}'
-- So deep that totable makes the Lua stack grow, again and again.
local DEEP = '{"Response":{"A":' .. ("["):rep(500) .. ("]"):rep(500) .. "}}"
local STREAM = table.concat({
  'data: {"Choices":[{"Delta":{"Content":"a"}}],"RequestId":"r"}', "",
  'data: {"Choices":[],', 'data: "Id":1}', "",
  'data: {"ErrorMsg":{"Code":4000,"Msg":"busy"}}', "", "",
}, "\n")

step("load the module", function()
  package.loaded["tencentcloud.core"], package.loaded["tencentcloud"] = nil, nil
  is("userdata", type(require "tencentcloud".registry))
end)

step("parse", function()
  is(true, tc.parse(SUCCESS).ok)
  is("ResourceNotFound.InstanceNotFound", tc.parse(FAILURE, "cvm.DescribeInstances").code)
end)

step("parse a long body", function()
  is(COUNT, #tc.parse(LONG, "cvm.DescribeInstances").List)
end)

step("parse what is no answer", function()
  is("ClientError.ParseJsonError", select(2, tc.parse('{"Response":{"A":tru')).code)
  is("ClientError.EmptyBody", select(2, tc.parse "").code)
  is("ClientError.ResponseError", select(2, tc.parse('{"a":1}', "cvm.DescribeInstances")).code)
  is("ClientError.HttpStatusCodeError", select(2, tc.parse("<html>", nil, 502)).code)
  is("ClientError.ParseJsonError", select(2, tc.parse(LONG .. "]")).code)
  raises("strict", tc.parse, SUCCESS, "cvm", { stric = true })
  raises("body", tc.parse, 1)
end)

step("parse an answer whose status or Error tells a failure", function()
  for _, body in ipairs { SUCCESS, LONG } do
    local err = select(2, tc.parse(body, "cvm.DescribeInstances", 500))
    is("backoff", err.retryable)
    is(err.request_id, err.response.request_id)
  end
  local err = select(2, tc.parse('{"Response":{"Error":{"Message":"m"},"RequestId":"r"}}', "cls."))
  is("no", err.retryable)
  is("m", err.response.Error.Message)
  is(nil, (tc.check(LONG, nil, 404)))
end)

step("parse unsound texts", function()
  local body = LONG:gsub("xxxx", "x\\ud83d\255x", 3)
  is("half of a surrogate pair stands alone", tc.parse(body).text_fault.what)
  is("no", select(2, tc.parse(body, { strict = true })).retryable)
end)

step("judge what came from outside", function()
  local failed = tc.parse('{"Response":{"Error":{"Code":"LimitExceeded. ","Message":""}}}', "cls.\n").error
  is("quota", failed.kind)
  is("LimitExceeded", failed.entry.code)
  assert(tostring(failed))
  is("LimitExceeded", tc.registry:lookup("LimitExceeded.", "CLS.SearchLog").code)
end)

step("check", function()
  local ok, code, id = tc.check(FAILURE)
  is(false, ok)
  is("ResourceNotFound.InstanceNotFound", code)
  is("ed93f3cb-f35e-473f-b9f3-0d451b8b79c6", id)
  is(true, (tc.check(LONG)))
  is(nil, (tc.check "nonsense"))
end)

step("read fields", function()
  local res = tc.parse(SUCCESS, "cvm.DescribeInstances")
  is(2, res.TotalCount)
  is("STOPPED", res.InstanceSet[2].InstanceState)
  is("RUNNING", res:get("InstanceSet", 1, "InstanceState"))
  is("café", res.InstanceSet[1].Name)
  is(true, res:has("InstanceSet", 1, "Tags"))
  is("object", res:type "Nested")
  is('{"B":[true,false]}', res.Nested:json "A")
  is(2, #res.InstanceSet)
  is(true, res.Nested == res:get "Nested")
  is("cvm.DescribeInstances", res.action)
  is(0.25, res.InstanceSet[1].Price)
  assert(tostring(res) and tostring(res.InstanceSet) and tostring(res.Nested))
  raises("read%-only", function() res.Field = 1 end)
end)

step("read long texts", function()
  local list = tc.parse(LONG).List
  is(3 * COUNT + 1, #list[COUNT].Text)
  is(3 * COUNT - 2, #list[COUNT - 1].Text)
end)

step("walk", function()
  local res = tc.parse(SUCCESS)
  for i, item in res.InstanceSet:ipairs() do is("ins-" .. i, item.InstanceId) end
  for key, value in res:pairs() do is(type(res[key]), type(value)) end
  for _, item in res.InstanceSet:pairs() do assert(item.InstanceId) end
  for id, state, tags in res:rows("InstanceSet", "InstanceId", "InstanceState", "Tags") do
    assert(id and state and tags == nil)
  end
  is("ins-2", res:column("InstanceSet", "InstanceId")[2])
  is(tc.null, res.InstanceSet:column("Tags")[1])
  is(nil, res:rows("Nothing", "A")())
  raises("not an array", res.rows, res, "Nested", "A")
end)

step("copy to tables", function()
  is("ins-1", tc.parse(SUCCESS):totable().InstanceSet[1].InstanceId)
  is(COUNT, #tc.parse(LONG):totable().List)
  is("table", type(tc.parse(DEEP):totable().A[1][1]))
end)

step("error", function()
  local err = tc.parse(FAILURE, "cvm.DescribeInstances").error
  is("ResourceNotFound", err.category)
  is("InstanceNotFound", err.detail)
  is("not_found", err.kind)
  is("string", type(err.advice))
  is(true, err:is "ResourceNotFound.*")
  is(false, err:is "#throttle")
  is(true, err == tc.parse(FAILURE, "cvm.DescribeInstances").error)
  assert(tostring(err):find "No ")
  local own = tc.error { code = "ClientError.NetworkError", message = "reset", action = "cvm.RunInstances" }
  is("reset", own.message)
  raises("pattern", err.is, err, "a..b")
  raises("code", tc.error, { message = "no code" })
end)

step("quoted text", function()
  is("a\\xe2\\x80\\xae\\xff", core.quote "a\226\128\174\255")
end)

step("events", function()
  local seen, failed = 0, nil
  local chunks = {}
  for i = 1, #STREAM, 7 do chunks[#chunks + 1] = STREAM:sub(i, i + 6) end
  local at = 0
  local function source()
    at = at + 1
    return chunks[at]
  end
  for event, err in tc.events(source, "hunyuan.ChatCompletions") do
    if event then seen = seen + 1 else failed = err.code end
  end
  is(2, seen)
  is("InternalError.4000", failed)
  local next_event = tc.events('data: {"N":1}\n\ndata: {"N":x}\n\n')
  next_event()
  is("event 2: ", select(2, next_event()).message:sub(1, 9))
  for event, err in tc.events(FAILURE) do
    is(false, event)
    is("ResourceNotFound.InstanceNotFound", err.code)
  end
end)

step("look up codes", function()
  local registry = tc.new_registry()
  local code = registry:lookup "ResourceInsufficient"
  is("ResourceInsufficient", code.code)
  is(true, code == registry:lookup "ResourceInsufficient")
  is("string", type(code.description))
  is("string", type(code.advice_zh))
  is("cls", registry:lookup("FailedOperation.WriteTrafficLimit", "cls.UploadLog").scope or "cls")
  is("string", type(registry:lookup("FailedOperation.TagQpsLimit", "tag@2018-08-13.CreateTag").kind))
  is(false, registry:lookup "FailedOperation.NobodyKnowsThis".known)
  is(nil, (registry:lookup "a..b"))
  assert(#registry:lookup "FailedOperation.WriteTrafficLimit":services() >= 1)
  assert(#registry:lookup "FailedOperation.WriteTrafficLimit":actions() >= 1)
  assert(tostring(code) and tostring(registry))
end)

step("look up actions", function()
  local registry = tc.new_registry()
  local action = registry:action "cvm.DescribeInstances"
  is(true, action.reads)
  is("offset", action.paging.kind)
  is(true, action:declares(action:codes()[1]))
  is(#action:codes(), #registry:codes "cvm.DescribeInstances")
  assert(tostring(action):find "cvm@")
  assert(select(2, registry:action "cvm.DescribeInstancs"):find "did you mean")
  assert(select(2, registry:actions "cvn"):find "did you mean")
  is("string", type(registry:actions "sts"[1]))
end)

step("list services", function()
  assert(#tc.registry:services() > 200)
end)

step("suggest", function()
  local registry = tc.new_registry()
  registry:define { code = "Own.Code" }
  is("Own.Code", registry:suggest "Own.Cod"[1])
  is("cvm.RunInstances", registry:suggest("cvm.RunInstance", 3)[1])
  is("cls.UploadLog", registry:suggest("mysql.UploadLogg", 3)[1])
  assert(select(2, registry:action "mysql.DescribeDBInstances"):find "did you mean cdb.DescribeDBInstances")
  assert(select(2, registry:action "UploadLog"):find "did you mean cls.UploadLog")
  assert(select(2, registry:action "FailedOperation.Timeout"):find "it is an error code")
  assert(select(2, registry:actions "qqqqqqqqqqqq"):find "lists all")
  is("as", core.service_named "AutoScaling")
  assert(#core.retired_actions "cvm" > 0)
end)

step("define codes", function()
  local registry = tc.new_registry()
  local own = registry:define { code = "Own.Code", service = "cvm", kind = "throttle", advice = "wait" }
  is(own, registry:lookup("Own.Code", "cvm.RunInstances"))
  is("wait", registry:lookup("Own.Code", "cvm@2017-03-12.RunInstances").advice)
  registry:define { code = "ResourceInsufficient", override = true, retryable = "backoff", description = "x" }
  registry:define { code = "ResourceInsufficient", override = true, description_zh = "y" }
  is("y", registry:lookup "ResourceInsufficient".description_zh)
  raises("override", registry.define, registry, { code = "ResourceInsufficient" })
  raises("kind", registry.define, registry, { code = "Own.Other", kind = "strange" })
end)

-- A definition is stored whole or not at all: of one that failed nothing is found, by any name.
step("define actions", function()
  local registry = tc.new_registry()
  is(false, registry:action "cvm.StopInstances".idempotent)
  local own = registry:define_action { "cvm.StopInstances", idempotent = true, paging = { list = "A" } }
  is(own, registry:action "cvm@2017-03-12.StopInstances")
  local again = registry:define_action { "cvm@2017-03-12.StopInstances", dry_run = true, paging = { total = "B" } }
  is(true, again.idempotent and again.dry_run)
  is("A", again.paging.list)
  is("B", again.paging.total)
  registry:define_action { "shop.Buy", reads = true }
  is(true, registry:action "shop@2024-01-01.Buy".reads)
  registry:define_action { "shop.Buy", version = "2024-01-01", paging = { strings = { offset = true } } }
  is(true, registry:action "shop.Buy".paging.strings.offset)
  is(registry:action "shop.Buy", registry:action "shop@2024-01-01.Buy")
  assert(tostring(registry:action "shop.Buy") and #registry:codes "shop.Buy" == 0)
  is("InstanceSet", registry:define_action { "cvm.DescribeInstances", reads = false }.paging.list)
  raises("override", registry.define_action, registry, { "cvm.StopInstances", idempotent = false })
  raises("paging.kind", registry.define_action, registry, { "cvm.StopInstances", paging = { kind = "strange" } })
end)

-- Their number is odd, and each has two names: the table of definitions grows between the two of one.
step("define actions, each by both of its names", function()
  local registry = tc.new_registry()
  registry:define_action { "cvm.StopInstances", idempotent = true }
  for i = 1, 9 do
    local plain, versioned = "shop.Buy" .. i, "shop@2024-01-01.Buy" .. i
    local ok, message = pcall(registry.define_action, registry, { versioned, idempotent = true })
    if not ok then
      is(nil, (registry:action(plain)))
      is(nil, (registry:action(versioned)))
      error(message, 0)
    end
    is(registry:action(plain), registry:action(versioned))
  end
end)

-- What a step before it left undone may not disturb the registry that all share.
step("define codes in the module's registry", function()
  tc.registry:define { code = "Own.Shared", override = true, kind = "conflict" }
  is("conflict", tc.registry:lookup "Own.Shared".kind)
end)

step("patterns", function()
  is("family", core.code_pattern "AuthFailure.*")
  is("prefix", core.scope_pattern "cvm@2017-03-12.Describe*")
  is(true, core.code_matches("A.*", "A.B"))
  is(true, core.scope_matches("cvm.*", "cvm.RunInstances"))
  is("RunInstances", core.action_name "cvm.RunInstances")
  is(nil, (core.code_pattern "A..B"))
end)

step("rulebook", function()
  local book = core.rulebook()
  local ids = {}
  for i = 1, 60 do ids[i] = book:add("cvm.Describe*", "Code.Number" .. i, 2, i % 7 == 0) end
  local before = book:snapshot()
  is(ids[3], book:first("cvm", nil, "DescribeInstances", "Code.Number3"))
  is(nil, (book:add("cvm.Describe*", "Code.Number3", 2)))
  is(nil, (book:add("cvm..", "Code", 2)))
  is(true, book:remove(ids[3]))
  is(nil, book:first("cvm", nil, "DescribeInstances", "Code.Number3"))
  is(ids[3], before:first("cvm", nil, "DescribeInstances", "Code.Number3"))
  book:add("*", "Code.*", 3)
  is(2, #book:candidates("cvm", "2017-03-12", "DescribeInstances", "Code.Number4", "failed"))
  assert(tostring(before) and #before == 60)
  raises("snapshot", before.add, before, "*", "*", 1)
end)

-- Each run goes on where the one before it stopped, be it in the middle.
local kept, ids = core.rulebook(), {}
local empty = kept:snapshot()

step("add to a rulebook that stays", function()
  for _ = 1, 20 do
    local id, _, earlier = kept:add("cvm.*", "Code.Number" .. #ids + 1, 2)
    ids[#ids + 1] = id or earlier
  end
  for i, id in ipairs(ids) do is(id, kept:first("cvm", nil, "RunInstances", "Code.Number" .. i)) end
  is(#ids, #kept)
  is(0, #empty)
  is(#ids, #kept:snapshot())
end)

return scenario.steps
