-- tcerr check [FILE|-]: what an answer says, and what to do about it.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local entry = require "tencentcloud.cli.entry"
local input = require "tencentcloud.cli.input"
local item_path = require "tencentcloud.decide.item_path"
local items = require "tencentcloud.decide.items"
local json = require "tencentcloud.cli.json"
local scope = require "tencentcloud.cli.scope"
local tencentcloud = require "tencentcloud"
local words = require "tencentcloud.cli.words"

local check = {
  summary = "What an answer says, and what to do.",
  description = "Reads the body of an answer, says whether the request succeeded, and what to do if it did not.",
  examples = [[
tcerr check answer.json
curl -s ... | tcerr check
tcerr check answer.json --action cvm.RunInstances --json
tcerr check answer.json --status 503
tcerr check answer.json --items Items[].Code]],
}

function check.define(command)
  command:argument("file", "The answer's body; - or nothing is standard input."):args "?":argname "<file>"
  command:option("--action", "The action that was asked for."):argname "<service.Action>"
  command:option("--status", "The HTTP status that came with it."):convert(tonumber):argname "<status>"
  command:option("--items", "Where a batch reports the codes of its items; else lists with a Code are looked for.")
    :argname "<path>"
  words.define(command)
end

-- The fields of a success, sorted by name.
local function fields_of(response)
  local fields = {}
  for name, value in pairs(response:totable()) do
    if name ~= "RequestId" and name ~= "DeprecatedWarning" then
      local kind = response:type(name)
      table.insert(fields, { name = name, kind = kind, value = value, count = kind == "array" and #value or nil })
    end
  end
  table.sort(fields, function(a, b) return a.name < b.name end)
  return fields
end

-- Does the code tell of a success or a failure, not of a country or a product? It does in so many words, or as an
-- error code that the catalog knows, by itself or by its category, or one that is written as only error codes are:
-- Category.Detail.
local function tells_by_itself(code)
  if type(code) ~= "string" then return false end
  local found = items.is_failure(code) and items.entry_of(tencentcloud.registry, code)
  if not found then return items.is_success(code) and not tonumber(code) end
  return found.known or code:find "^%u%a+%.%u%a+" or core.entry(found.category).known
end

-- Numbers can be data too. They tell of failures where the action does something, or where a message is beside each
-- and a success among them.
local function tells_by_number(list, acts)
  local successes = 0
  for _, item in ipairs(list) do
    local code = item.Code
    if not tonumber(code) or not acts and type(item.Message or item.Msg) ~= "string" then return false end
    if items.is_success(code) then successes = successes + 1 end
  end
  return acts or successes > 0
end

-- Does the list tell what became of its items? `Code` can be data too.
local function tells_outcomes(list, acts)
  for _, item in ipairs(list) do
    if type(item) ~= "table" then return false end
  end
  for _, item in ipairs(list) do
    if tells_by_itself(item.Code) then return true end
  end
  return tells_by_number(list, acts)
end

-- An object tells of its success or failure where a code and a message are all that it has: `Success` of dayu.
local function tells_outcome(object)
  local code, message = object.Code, object.Message
  if type(message) ~= "string" or code == nil then return false end
  for name in pairs(object) do
    if name ~= "Code" and name ~= "Message" then return false end
  end
  return type(code) ~= "number" or not items.is_success(code)
end

-- What became of the items of a path: how many failed, with which codes; what could not be read. nil: all succeeded.
local function report(path, response)
  local read = items.read(response, { path = path, steps = item_path.parse(path) })
  local codes, seen, count = {}, {}, #read.failed
  for _, item in ipairs(read.failed) do
    local code = items.text_of(item.code)
    if not seen[code] then
      seen[code] = true
      table.insert(codes, code)
    end
  end
  if count == 0 and read.unread == 0 then return nil end
  return { path = path, total = read.succeeded + count + read.unread, count = count, codes = codes,
    unread = read.unread, why = read.why }
end

-- Batch actions report for each item. Unless it is told where, the command looks for lists and objects with a `Code`.
-- acts: does the action do something, as far as is known?
local function find_failed(fields, response, acts)
  local found = {}
  for _, field in ipairs(fields) do
    local list = field.kind == "array" and tells_outcomes(field.value, acts)
    local object = field.kind == "object" and tells_outcome(field.value)
    local failed = (list or object) and report(field.name .. (list and "[].Code" or ".Code"), response)
    if failed and failed.count > 0 then
      failed.path, failed.unread = field.name, 0
      table.insert(found, failed)
    end
  end
  return found
end

local COLUMN = 11
local LONGEST = 40 -- bytes of a value that are shown

local function show_value(field, texts)
  if field.kind == "array" then return field.count == 0 and texts.empty or texts.list:format(field.count) end
  local value = field.kind ~= "object" and field.kind ~= "null" and tostring(field.value)
  return value and #value <= LONGEST and value or field.kind
end

local function show_deprecation(printer, answer, texts)
  if not answer.deprecated then return end
  printer:field(texts.labels.deprecated, texts.deprecated:format(answer.deprecated), COLUMN, "careful")
end

-- A text that is not sound is handed on as it came; where the first is.
local function show_text_fault(printer, answer, texts)
  local fault = answer.text_fault
  if not fault then return end
  local what = texts.faults[fault.what]
  printer:field(texts.labels.text, texts.text_fault:format(fault.line, fault.column, fault.offset, what), COLUMN,
    "careful")
end

local function show_request_id(printer, answer, texts)
  local id = answer.request_id
  if id and id ~= "" then printer:field(texts.labels.request_id, id, COLUMN) end
end

local function show_success(printer, answer, texts)
  printer:line(texts[answer.state], answer.state == "ok" and "good" or "careful")
  show_request_id(printer, answer, texts)
  if answer.events then
    local text = answer.ended_by == "end" and texts.unsure_end or "%d"
    printer:field(texts.labels.events, text:format(answer.events), COLUMN)
  end
  show_deprecation(printer, answer, texts)
  show_text_fault(printer, answer, texts)
  local fields = {}
  for i, field in ipairs(answer.fields) do
    fields[i] = ("%s (%s)"):format(field.name, show_value(field, texts))
  end
  if #fields > 0 then printer:field(texts.labels.fields, table.concat(fields, ", "), COLUMN) end
  for _, failed in ipairs(answer.failed_items) do
    if failed.count > 0 then
      local text = texts.items_failed:format(failed.count, failed.total, failed.path)
      printer:field(texts.labels.items, text, COLUMN, "bad")
      for _, code in ipairs(failed.codes) do printer:line((" "):rep(COLUMN) .. code) end
    end
    if failed.unread > 0 then
      printer:field(texts.labels.items, texts.items_unread:format(failed.unread, failed.why), COLUMN, "bad")
    end
  end
end

local function show_failure(printer, answer, action, language)
  local texts, err = words[language], answer.error
  printer:line(texts[answer.state], "bad")
  if err.message and err.message ~= "" then printer:field(texts.labels.message, err.message, COLUMN) end
  show_request_id(printer, answer, texts)
  show_deprecation(printer, answer, texts)
  show_text_fault(printer, answer, texts)
  printer:line()
  entry.show(printer, answer.code, action, language, nil, err)
end

local function to_json(answer, action, language)
  local err, fault, fields, batches = answer.error, answer.text_fault, {}, {}
  for i, field in ipairs(answer.fields) do
    fields[i] = json.object{ { "name", field.name }, { "type", field.kind }, { "count", field.count } }
  end
  for i, failed in ipairs(answer.failed_items) do
    local batch = { { "list", failed.path }, { "failed", failed.count }, { "of", failed.total },
      { "codes", json.array(failed.codes) } }
    if failed.unread > 0 then
      table.insert(batch, { "unread", failed.unread })
      table.insert(batch, { "why", failed.why })
    end
    batches[i] = json.object(batch)
  end
  return json.object{
    { "answer", answer.state },
    { "request_id", answer.request_id },
    { "message", err and err.message },
    { "code", answer.code and entry.to_json(answer.code, action, language, nil, err) },
    { "fields", json.array(fields) },
    { "failed_items", json.array(batches) },
    { "deprecated", answer.deprecated },
    { "text_fault", fault and json.object{ { "offset", fault.offset }, { "line", fault.line },
      { "column", fault.column }, { "what", fault.what } } },
    { "events", answer.events },
    { "ended_by", answer.ended_by },
  }
end

-- An event stream begins with one of the protocol's fields, or a comment.
local function is_stream(body)
  local name = body:match "^%s*(%l*):"
  return name == "data" or name == "event" or name == "id" or name == "retry" or name == ""
end


local function state_of(failed)
  for _, one in ipairs(failed) do
    if one.count > 0 then return "partly" end
  end
  return failed[1] and "unread" or "ok"
end

-- What the API says beside an answer of an action that will go, or is to be called in another way.
local function deprecation_of(response)
  local detail = response and response.DeprecatedWarning
  return type(detail) == "string" and detail ~= "" and detail or nil
end

-- Reads all events; fails with the first failure among them.
local function read_stream(body, action)
  local next_event, stream = tencentcloud.events(body, action)
  local count, last, deprecated, text_fault = 0, nil, nil, nil
  for answer, err in next_event do
    if not answer then return nil, err, deprecated, text_fault end
    count, last = count + 1, answer
    deprecated, text_fault = deprecated or deprecation_of(answer), text_fault or answer.text_fault
  end
  return { state = "ok", request_id = last and last.request_id, events = count, ended_by = stream.ended_by,
    fields = {}, failed_items = {}, deprecated = deprecated, text_fault = text_fault }
end

local function read_body(body, action, path, status)
  local response, err = tencentcloud.parse(body, action, status)
  local sent = response or err.response -- where the HTTP status or the Error makes no success of a response
  local deprecated, text_fault = deprecation_of(sent), sent and sent.text_fault
  if not response or not response.ok then return nil, err or response.error, deprecated, text_fault end
  local fields, facts = fields_of(response), action and tencentcloud.registry:action(action)
  local failed = path and { report(path, response) } or find_failed(fields, response, facts and not facts.reads)
  return { state = state_of(failed), request_id = response.request_id, fields = fields, failed_items = failed,
    deprecated = deprecated, text_fault = text_fault }
end

local function read_answer(body, action, path, status)
  local streams = is_stream(body) and (not status or status >= 200 and status <= 299)
  local read = streams and read_stream or read_body
  local answer, err, deprecated, text_fault = read(body, action, path, status)
  if answer then return answer end
  return { state = err.category == "ClientError" and "none" or "failed", error = err, code = err.entry,
    request_id = err.request_id, fields = {}, failed_items = {}, deprecated = deprecated, text_fault = text_fault }
end

function check.run(args, printer)
  local action, unknown = scope.find(args.action)
  if unknown then return printer:not_found(unknown) end
  local wanted = args.items and items.check_path(args.items)
  if wanted then return printer:misused(("--items: %s expected"):format(wanted)) end
  local status = args.status
  if status and not arguments.is_http_status(status) then
    return printer:misused "--status: an HTTP status expected, such as 503"
  end
  local body, problem = input.read(args.file, printer)
  if not body then return printer:misused(problem) end
  local answer = read_answer(body, args.action, args.items, status)
  if printer.as_json then
    printer:json(to_json(answer, action, args.lang))
  elseif answer.error then
    show_failure(printer, answer, action, args.lang)
  else
    show_success(printer, answer, words[args.lang])
  end
  return answer.state == "ok" and 0 or 1
end

return check
