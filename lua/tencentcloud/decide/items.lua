-- Rules on the items of a batch: some actions succeed as a whole and report a code for each item,
-- such as sms.SendSms in SendStatusSet[].Code. Such codes have rule sets of their own, one for each
-- path, with the same patterns and the same order.

local failure = require "tencentcloud.decide.subject"
local rule_set = require "tencentcloud.rules.rule_set"

---@class tencentcloud.FailedItem
---@field index integer its place in the batch, from 1
---@field code string
---@field message string?
---@field item any the item itself, as the response gives it

---@class tencentcloud.Items
local Items = {}
Items.__index = Items

-- What is written where an item succeeded, in lower case.
local SUCCESS = { ok = true, success = true, [""] = true }

---Splits "Data.SendStatusSet[].Code" into the keys of the array and of the code in each item.
---@param path string
---@return string[]? array nil where the path is malformed
---@return string[]? code
function Items.parse_path(path)
  local before, after = path:match("^([%w_.]+)%[%]%.([%w_.]+)$")
  if not before then return nil end
  local array, code = {}, {}
  for key in before:gmatch("[^.]+") do table.insert(array, key) end
  for key in after:gmatch("[^.]+") do table.insert(code, key) end
  return array, code
end

---Adds a rule about the codes at that path, which is well-formed.
---@return tencentcloud.Rule? rule
---@return string? message why not
---@return tencentcloud.Rule? earlier
function Items:add(path, fields)
  local group = self.groups[path]
  if not group then
    local array, code = Items.parse_path(path)
    group = { array = array, code = code, set = rule_set.new() }
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

local function follow(value, keys)
  for _, key in ipairs(keys) do
    local kind = type(value)
    if kind ~= "userdata" and kind ~= "table" then return nil end
    value = value[key]
  end
  return value
end

-- The items at the group's path that failed.
local function failed_items(group, response)
  local array = follow(response, group.array)
  local failed = {}
  local kind = type(array)
  if kind ~= "userdata" and kind ~= "table" then return failed end
  for index = 1, #array do
    local item = array[index]
    local code = follow(item, group.code)
    if type(code) == "string" and not SUCCESS[code:lower()] then
      table.insert(failed, { index = index, code = code, message = follow(item, { "Message" }), item = item })
    end
  end
  return failed
end

-- The subject that a rule on this failed item is asked about.
local function item_subject(subject, failed, item)
  local registry, action = subject.registry, subject.action
  local entry = registry:lookup(item.code, action)
  local own = failure.new(subject.answer, item.code, entry and entry.kind, entry, action, subject.context, registry)
  own.items, own.message = failed, item.message
  own.category, own.detail = item.code:match("^[^.]*"), item.code:match("%.(.*)$")
  return own
end

---The decision on the first failed item that a rule has an opinion on; nil where there is none.
---@param subject tencentcloud.Failure the success as a whole
---@param ask_all fun(set: tencentcloud.RuleSet, subject: tencentcloud.Failure): tencentcloud.Decision?
---@return tencentcloud.Decision?
---@return tencentcloud.Failure? subject the item that it is about
function Items:judge(subject, ask_all)
  for _, path in ipairs(self.paths) do
    local group = self.groups[path]
    local failed = failed_items(group, subject.answer)
    for _, item in ipairs(failed) do
      local own = item_subject(subject, failed, item)
      local decision = ask_all(group.set, own)
      if decision then return decision, own end
    end
  end
end

local items = { parse_path = Items.parse_path }

---@return tencentcloud.Items
function items.new()
  return setmetatable({ groups = {}, paths = {} }, Items)
end

return items
