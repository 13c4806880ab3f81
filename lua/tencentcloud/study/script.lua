-- A list of answers and faults in place of the network, on a clock of its own, so that no time passes: for
-- the tests of programs that write rules.

local arguments = require "tencentcloud.arguments"
local merge = require "tencentcloud.merge"
local virtual = require "tencentcloud.runtime.virtual"

---One answer. Keys that begin with a capital are the fields of a success.
---@class tencentcloud.ScriptAnswer
---@field code string? of a failure
---@field message string? of a failure
---@field request_id string?
---@field fault string? no answer arrives: what the network said
---@field body string? the very bytes, in place of the above
---@field status integer? the HTTP status, 200 by default
---@field headers table<string, string>?
---@field took number? seconds until it arrives, 0 by default

---@class tencentcloud.Script
---@field sent {params: table, context: tencentcloud.SendContext}[] the requests so far
---@field sleeps number[] the seconds of each sleep
---@field send function to give to rules:call, with `runtime`
---@field runtime tencentcloud.Runtime
local Script = {}
Script.__index = Script

local ANSWER = {
  code = arguments.type("string"),
  message = arguments.type("string"),
  request_id = arguments.type("string"),
  fault = arguments.type("string"),
  body = arguments.type("string"),
  status = arguments.whole(100),
  headers = arguments.type("table"),
  took = arguments.number(0),
}

-- The answer's own keys, checked, and its fields.
local function read(answer, position)
  local where = ("answer %d: "):format(position)
  arguments.that(type(answer) == "table", 1, "script", "%sa table expected, got %s", where, type(answer))
  local own, fields = {}, {}
  for key, value in pairs(answer) do
    if type(key) == "string" and key:find("^%u") then fields[key] = value else own[key] = value end
  end
  return arguments.options(own, ANSWER, 1, "script", where), fields
end

local function encoder()
  local ok, cjson = pcall(require, "cjson")
  if not ok then error("a script needs the module cjson to write its answers, or give each one's body", 0) end
  cjson = cjson.new()
  if cjson.encode_empty_table_as_object then cjson.encode_empty_table_as_object(false) end
  return cjson.encode
end

local function body_of(own, fields, position)
  if own.body then return own.body end
  local response = fields
  response.RequestId = own.request_id or response.RequestId or ("request-%d"):format(position)
  if own.code then response.Error = { Code = own.code, Message = own.message or own.code } end
  return encoder()({ Response = response })
end

---Calls by the rules, on this script's network and clock.
---@param rules tencentcloud.Rules
---@param action string
---@param params table?
---@param options table? as for rules:call
---@return any response
---@return tencentcloud.CallError? err
function Script:call(rules, action, params, options)
  local wanted = arguments.methods("call")(rules)
  arguments.that(not wanted, 1, "call", "rules: a rule set expected, got %s", type(rules))
  arguments.that(options == nil or type(options) == "table", 4, "call", "a table of options expected, got %s",
    type(options))
  return rules:call(self.send, action, params, merge({ runtime = self.runtime }, options))
end

---The answers that no request has asked for yet.
---@return integer
function Script:left()
  return #self.answers - #self.sent
end

local script = {}

---What send returns for an answer.
---@param answer tencentcloud.ScriptAnswer
---@param position integer of the answer in its list
---@param runtime tencentcloud.Runtime a virtual one, whose clock goes on
---@return string? body
---@return any status or fault
---@return any headers or status
---@return table? headers
function script.returns(answer, position, runtime)
  local own, fields = read(answer, position)
  runtime.pass(own.took or 0)
  if own.fault then return nil, own.fault, own.status, own.headers end
  return body_of(own, fields, position), own.status or 200, own.headers
end

---@param answers tencentcloud.ScriptAnswer[] in the order in which they arrive
---@param options {random: number?, time: number?}? random: in [0, 1], 1 by default; time: seconds since 1970
---@return tencentcloud.Script
function script.new(answers, options)
  arguments.that(type(answers) == "table", 1, "script", "a list of answers expected, got %s", type(answers))
  options = arguments.options(options, { random = arguments.number(0, 1), time = arguments.number(0) }, 2, "script")
  for position, answer in ipairs(answers) do read(answer, position) end
  local runtime = virtual.new(options)
  local self = setmetatable({ answers = answers, sent = {}, runtime = runtime, sleeps = runtime.sleeps }, Script)
  function self.send(params, context)
    local position = #self.sent + 1
    if not answers[position] then
      error(("the script has %d answers, but request %d was sent"):format(#answers, position), 0)
    end
    table.insert(self.sent, { params = params, context = context })
    return script.returns(answers[position], position, runtime)
  end
  return self
end

return script
