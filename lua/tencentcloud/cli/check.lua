-- tcerr check [FILE|-]: what an answer says, and what to do about it.

local entry = require "tencentcloud.cli.entry"
local input = require "tencentcloud.cli.input"
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
tcerr check answer.json --action cvm.RunInstances --json]],
}

function check.define(command)
  command:argument("file", "The answer's body; - or nothing is standard input."):args "?":argname "<file>"
  command:option("--action", "The action that was asked for."):argname "<service.Action>"
  words.define(command)
end

-- The fields of a success, sorted by name.
local function fields_of(response)
  local fields = {}
  for name, value in pairs(response:totable()) do
    if name ~= "RequestId" then
      local kind = response:type(name)
      table.insert(fields, { name = name, kind = kind, value = value, count = kind == "array" and #value or nil })
    end
  end
  table.sort(fields, function(a, b) return a.name < b.name end)
  return fields
end

-- Does the list tell what became of its items? `Code` can be data too: a country's, a product's, a probe's. So
-- one item at least must have succeeded in so many words, or have an error code that the catalog knows, by itself
-- or by its category, or one that is written as only error codes are: Category.Detail.
local function tells_outcomes(list)
  for _, item in ipairs(list) do
    local code = type(item) == "table" and item.Code
    if items.is_success(code) then return true end
    local found = items.is_failure(code) and tencentcloud.registry:lookup(code)
    if found and (found.known or code:find "^%u%a+%.%u%a+" or tencentcloud.registry:lookup(found.category).known) then
      return true
    end
  end
  return false
end

local CODE = { "Code" } -- where the code is in each item

-- Batch actions report for each item: how many items of this list failed, and with which codes. nil: none did.
local function failed_items(field)
  if field.kind ~= "array" or not tells_outcomes(field.value) then return nil end
  local failed, codes, seen = items.failed(field.value, CODE), {}, {}
  if #failed == 0 then return nil end
  for _, item in ipairs(failed) do
    if not seen[item.code] then
      seen[item.code] = true
      table.insert(codes, item.code)
    end
  end
  return { path = field.name, total = field.count, count = #failed, codes = codes }
end

local function all_failed_items(fields)
  local found = {}
  for _, field in ipairs(fields) do table.insert(found, failed_items(field)) end
  return found
end

local COLUMN = 11
local LONGEST = 40 -- bytes of a value that are shown

local function show_value(field, texts)
  if field.kind == "array" then return field.count == 0 and texts.empty or texts.list:format(field.count) end
  local value = field.kind ~= "object" and field.kind ~= "null" and tostring(field.value)
  return value and #value <= LONGEST and value or field.kind
end

local function show_success(printer, answer, texts)
  printer:line(printer:paint(texts[answer.state], answer.state == "ok" and "good" or "careful"))
  if answer.request_id then printer:field(texts.labels.request_id, answer.request_id, COLUMN) end
  if answer.events then printer:field(texts.labels.events, tostring(answer.events), COLUMN) end
  local fields = {}
  for i, field in ipairs(answer.fields) do
    fields[i] = ("%s (%s)"):format(field.name, show_value(field, texts))
  end
  if #fields > 0 then printer:field(texts.labels.fields, table.concat(fields, ", "), COLUMN) end
  for _, failed in ipairs(answer.failed_items) do
    printer:field(texts.labels.items, texts.items_failed:format(failed.count, failed.total, failed.path), COLUMN, "bad")
    for _, code in ipairs(failed.codes) do printer:line((" "):rep(COLUMN) .. code) end
  end
end

local function show_failure(printer, answer, action, language)
  local texts, err = words[language], answer.error
  printer:line(printer:paint(texts[answer.state], "bad"))
  printer:field(texts.labels.message, err.message or "", COLUMN)
  if err.request_id then printer:field(texts.labels.request_id, err.request_id, COLUMN) end
  printer:line()
  entry.show(printer, answer.code, action, language)
end

local function to_json(answer, action, language)
  local err, fields, batches = answer.error, {}, {}
  for i, field in ipairs(answer.fields) do
    fields[i] = json.object{ { "name", field.name }, { "type", field.kind }, { "count", field.count } }
  end
  for i, failed in ipairs(answer.failed_items) do
    batches[i] = json.object{ { "list", failed.path }, { "failed", failed.count }, { "of", failed.total },
      { "codes", json.array(failed.codes) } }
  end
  return json.object{
    { "answer", answer.state },
    { "request_id", answer.request_id },
    { "message", err and err.message },
    { "code", answer.code and entry.to_json(answer.code, action, language) },
    { "fields", json.array(fields) },
    { "failed_items", json.array(batches) },
  }
end

-- An event stream begins with one of the protocol's fields, or a comment.
local function is_stream(body)
  local name = body:match "^%s*(%l*):"
  return name == "data" or name == "event" or name == "id" or name == "retry" or name == ""
end

-- Reads all events; fails with the first failure among them.
local function read_stream(body, action)
  local count, last = 0, nil
  for answer, err in tencentcloud.events(body, action) do
    if not answer then return nil, err end
    count, last = count + 1, answer
  end
  return { state = "ok", request_id = last and last.request_id, events = count, fields = {}, failed_items = {} }
end

local function read_body(body, action)
  local response, err = tencentcloud.parse(body, action)
  if not response or not response.ok then return nil, err or response.error end
  local fields = fields_of(response)
  local failed = all_failed_items(fields)
  return { state = #failed > 0 and "partly" or "ok", request_id = response.request_id, fields = fields,
    failed_items = failed }
end

local function read_answer(body, action)
  local read = is_stream(body) and read_stream or read_body
  local answer, err = read(body, action)
  if answer then return answer end
  return { state = err.category == "ClientError" and "none" or "failed", error = err, code = err.entry,
    request_id = err.request_id, fields = {}, failed_items = {} }
end

function check.run(args, printer)
  local action, unknown = scope.find(args.action)
  if unknown then return printer:not_found(unknown) end
  local body, problem = input.read(args.file, printer)
  if not body then return printer:misused(problem) end
  local answer = read_answer(body, args.action)
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
