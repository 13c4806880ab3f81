-- Rules on the items of a batch: some actions succeed as a whole and report a code for each item,
-- such as sms.SendSms in SendStatusSet[].Code. Such codes have rule sets of their own, one for each
-- path, with the same patterns and the same order.

local core = require "tencentcloud.core"
local rule_set = require "tencentcloud.rules.rule_set"
local subject = require "tencentcloud.decide.subject"

local items = {}

---@class tencentcloud.FailedItem
---@field index integer its position in the batch, from 1
---@field code string
---@field message string?
---@field item any the item itself, as the response gives it

-- The codes of items that succeeded, in lower case.
local SUCCESSES = { ok = true, success = true }

---Is it the code of an item that succeeded, in so many words?
---@param code any
---@return boolean
function items.is_success(code)
  return type(code) == "string" and SUCCESSES[code:lower()] == true
end

---Is it the code of an item that failed? Any text but "ok" and "success", in whatever case, and the empty
---one. Rules on items and `tcerr check` both go by this.
---@param code any
---@return boolean
function items.is_failure(code)
  return type(code) == "string" and code ~= "" and not items.is_success(code)
end

-- The keys of a path: "Data.List" -> { "Data", "List" }.
local function keys_of(path)
  local keys = {}
  for key in path:gmatch("[^.]+") do table.insert(keys, key) end
  return keys
end

local function has_empty_key(path)
  return ("." .. path .. "."):find("..", 1, true) ~= nil
end

---Splits "Data.SendStatusSet[].Code" into the keys of the array and of the code in each item.
---@param path string
---@return string[]? array nil where the path is malformed
---@return string[]? code
function items.parse_path(path)
  local array, code = path:match("^([%w_.]+)%[%]%.([%w_.]+)$")
  if not array or has_empty_key(array) or has_empty_key(code) then return nil end
  return keys_of(array), keys_of(code)
end

-- null is a userdata too, in tables that a JSON library has made.
local function has_fields(value)
  return type(value) == "table" or type(value) == "userdata" and value ~= core.null
end

local function follow(value, keys)
  for _, key in ipairs(keys) do
    if not has_fields(value) then return nil end
    value = value[key]
  end
  return value
end

---The failed ones of a list of items.
---@param list any the array, as a response or totable gives it; anything else has no items
---@param keys string[] of the code in each item
---@return tencentcloud.FailedItem[]
function items.failed(list, keys)
  local failed = {}
  if not has_fields(list) then return failed end
  for index = 1, #list do
    local item = list[index]
    local code = follow(item, keys)
    if items.is_failure(code) then
      table.insert(failed, { index = index, code = code, message = item.Message, item = item })
    end
  end
  return failed
end

---@class tencentcloud.Items
local Items = {}
Items.__index = Items

---Adds a rule about the codes at that path, which is well-formed.
---@return tencentcloud.Rule? rule
---@return string? message why not
---@return tencentcloud.Rule? earlier
function Items:add(path, fields)
  local group = self.groups[path]
  if not group then
    local array, code = items.parse_path(path)
    group = { array = array, code = code, set = rule_set.new(self.registry) }
    self.groups[path] = group
    table.insert(self.paths, path)
  end
  fields.items = path
  return group.set:add(fields)
end

---@param rule tencentcloud.Rule
---@return boolean removed
function Items:remove(rule)
  local group = self.groups[rule.items]
  return group ~= nil and group.set:remove(rule)
end

---All rules, by path and then in the order that they were written.
---@return tencentcloud.Rule[]
function Items:list()
  local list = {}
  for _, path in ipairs(self.paths) do
    for _, rule in ipairs(self.groups[path].set:list()) do table.insert(list, rule) end
  end
  return list
end

---The decision on the first failed item that a rule has an opinion on; nil where there is none.
---@param whole tencentcloud.Subject the success as a whole
---@param ask_all fun(set: tencentcloud.RuleSet, subject: tencentcloud.Subject): tencentcloud.Decision?
---@return tencentcloud.Decision?
---@return tencentcloud.Subject? about the failed item that was decided on
function Items:decide(whole, ask_all)
  for _, path in ipairs(self.paths) do
    local group = self.groups[path]
    local failed = items.failed(follow(whole.answer, group.array), group.code)
    for _, item in ipairs(failed) do
      local about = subject.of_item(whole, failed, item)
      local decision = ask_all(group.set, about)
      if decision then return decision, about end
    end
  end
end

---@param registry tencentcloud.Registry
---@return tencentcloud.Items
function items.new(registry)
  return setmetatable({ groups = {}, paths = {}, registry = registry }, Items)
end

return items
