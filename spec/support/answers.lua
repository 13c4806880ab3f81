-- A send that gives one answer after the other, and keeps what it was asked.

local cjson = require "cjson"

local answers = {}

---The body of an answer with these fields; `[]` for a table without any.
---@param fields table
---@return string
function answers.body(fields)
  return (cjson.encode{ Response = fields }:gsub("{}", "[]"))
end

---@param list (table|string)[] the fields of each answer, its body, or the code of its error
---@return function send, table[] sent raises where there is no answer left
function answers.new(list)
  local sent = {}
  return function(params)
    table.insert(sent, params)
    local answer = assert(list[#sent], "one request too many")
    if type(answer) == "table" then return answers.body(answer) end
    if answer:sub(1, 1) == "{" then return answer end
    return answers.body{ Error = { Code = answer, Message = "" } }
  end, sent
end

---Objects with an Id.
---@param first integer
---@param last integer
---@return table[]
function answers.items(first, last)
  local items = {}
  for id = first, last do table.insert(items, { Id = id }) end
  return items
end

---The Ids of such objects.
---@param list table[]?
---@return integer[]?
function answers.ids(list)
  if not list then return nil end
  local ids = {}
  for i, item in ipairs(list) do ids[i] = item.Id end
  return ids
end

return answers
