-- Rules on the items of a batch: some actions succeed as a whole and report a code for each item, such as sms.SendSms
-- in SendStatusSet[].Code. Such codes have rule sets of their own, one for each path, with the same patterns and the
-- same order. This file says what a failed item is, for rules and for `tcerr check`; batch.lua what becomes of them.

local action_name = require "tencentcloud.action_name"
local core = require "tencentcloud.core"
local item_path = require "tencentcloud.decide.item_path"
local rule_set = require "tencentcloud.rules.rule_set"

local items = {}

---@class tencentcloud.FailedItem
---@field index integer its position in the batch, from 1
---@field path string where the rule says that codes are: "SendStatusSet[].Code"
---@field place string where this one's is: "SendStatusSet[2].Code"
---@field code string|number|boolean as it came
---@field message string?
---@field item any the item itself, as the response gives it

-- What items that succeeded have, in lower case: what all responses that the reference documents have there, and a
-- flag that is set. Zeros in a row are a zero.
local SUCCESSES = { ok = true, success = true, succeed = true, succ = true, ["0"] = true, ["true"] = true }

local integer_of = math.type or function() return nil end

---An item's code as text, which is what patterns match: 10012 -> "10012", 0.0 -> "0", false -> "false".
---@param code any
---@return string? text nil where it is no code: null, a list, an object
function items.text_of(code)
  local kind = type(code)
  if kind == "string" then return code end
  if kind == "boolean" then return tostring(code) end
  if kind ~= "number" then return nil end
  if integer_of(code) == "integer" then return ("%d"):format(code) end
  if code == 0 then return "0" end
  return (code % 1 == 0 and "%.0f" or "%.14g"):format(code)
end

---What is known of an item's code.
---@param registry tencentcloud.Registry
---@param code string as text_of gives it
---@param action string?
---@return tencentcloud.ErrorCode? entry nil where it is not one of the API's, such as a number
function items.entry_of(registry, code, action)
  return registry:lookup(code, action) or code:find "^%s*%a" and core.entry(code) or nil
end

---Is it the code of an item that succeeded, in so many words? The empty text is none.
---@param code any
---@param successes table<string, boolean>? what succeeded items have, in lower case; the usual by default
---@return boolean
function items.is_success(code, successes)
  local text = items.text_of(code)
  if not text then return false end
  if successes then return successes[text:lower()] == true end
  return SUCCESSES[text:lower()] == true or text:find("^0+$") ~= nil
end

---Is it the code of an item that failed? Any that is no success's, but the empty text. Rules on items and `tcerr
---check` both go by this.
---@param code any
---@param successes table<string, boolean>?
---@return boolean
function items.is_failure(code, successes)
  return items.text_of(code) ~= nil and code ~= "" and not items.is_success(code, successes)
end

---What the option `success` says, to be looked up in.
---@param list any[]
---@return table<string, boolean>
local function successes_of(list)
  local successes = {}
  for _, code in ipairs(list) do successes[items.text_of(code):lower()] = true end
  return successes
end

---Checks the option `success`: what was wanted instead, or nil.
---@param value any
---@return string?
function items.check_success(value)
  local wanted = 'a list of codes such as { 0, "Ok" }'
  if type(value) ~= "table" or value[1] == nil then return wanted end
  local count = 0
  for _ in pairs(value) do count = count + 1 end
  if count ~= #value then return wanted end
  for _, code in ipairs(value) do
    if not items.text_of(code) then return wanted end
  end
end

---Checks the option `items`.
---@param value any
---@return string?
function items.check_path(value)
  if type(value) ~= "string" or not item_path.parse(value) then return "a path such as SendStatusSet[].Code" end
end

-- Where messages for people are, beside the code.
local MESSAGES = { "Message", "Msg", "ErrMsg", "ErrorMsg", "ErrorMessage", "ErrMessage", "ReturnMessage", "RetMsg",
  "ReturnFailMessage", "FailMessage", "Reason", "Description" }

local function message_in(fields)
  if type(fields) ~= "table" and type(fields) ~= "userdata" or fields == core.null then return nil end
  for _, key in ipairs(MESSAGES) do
    local value = fields[key]
    if type(value) == "string" then return value end
  end
end

---@class tencentcloud.ReadItems
---@field failed tencentcloud.FailedItem[]
---@field succeeded integer how many did
---@field unread integer items and lists that could not be read
---@field why string? what was wrong with the first of them

---Reads the items of an answer.
---@param answer any a response, or a table like one
---@param path tencentcloud.ItemPath
---@param successes table<string, boolean>? what succeeded items have; the usual by default
---@return tencentcloud.ReadItems
function items.read(answer, path, successes)
  local read = { failed = {}, succeeded = 0 }
  local reader = item_path.read(answer, path, successes ~= nil, function(code, item, holder, at)
    if code == "" and successes and not successes[""] then return at:fail(nil, "is empty") end
    if not items.is_failure(code, successes) then
      read.succeeded = read.succeeded + 1
      return
    end
    table.insert(read.failed, { index = at.count, path = path.path, place = at:place(), code = code, item = item,
      message = message_in(holder) or message_in(item) })
  end)
  read.unread, read.why = reader.unread, reader.why
  return read
end

---A path, and the rules on the codes there.
---@class tencentcloud.ItemGroup: tencentcloud.ItemPath
---@field successes table<string, boolean>? what succeeded items have; nil: the usual
---@field success any[]? the same as the rules gave it
---@field set tencentcloud.RuleSet|tencentcloud.RuleFinder
---@field rules tencentcloud.Rule[]? in force, once somebody has asked for them

---What item rules and their snapshots have in common: they find the groups that have a say.
---@class tencentcloud.ItemFinder
---@field groups tencentcloud.ItemGroup[]
---@field registry tencentcloud.Registry
---@field by_action table<string, tencentcloud.ItemGroup[]|false> found so far
---@field cached integer how many
local ItemFinder = {}
ItemFinder.__index = ItemFinder

local function rules_of(group)
  group.rules = group.rules or group.set:list()
  return group.rules
end

-- Has the group a rule about the action? name: with the version that is sent, where there is one.
local function is_about(group, name)
  for _, rule in ipairs(rules_of(group)) do
    if rule.scope == "*" or name and core.scope_matches(rule.scope, name) then return true end
  end
  return false
end

function ItemFinder:find(action)
  local parts, name, found, certain = action_name.split(action), nil, {}, true
  if parts.service then
    local facts = not parts.version and self.registry:action(action)
    certain = parts.version ~= nil or facts ~= nil -- a definition may still tell the version
    local version = parts.version or facts and facts.version
    name = ("%s%s.%s"):format(parts.service, version and "@" .. version or "", parts.name)
  end
  for _, group in ipairs(self.groups) do
    if is_about(group, name) then table.insert(found, group) end
  end
  return found[1] and found or false, certain
end

-- Names that come from outside must not fill memory.
local CACHED_MAX = 4096

---The groups with rules about an action.
---@param action string?
---@return tencentcloud.ItemGroup[]? nil where there is none
function ItemFinder:of(action)
  local key = action or ""
  local found = self.by_action[key]
  if found == nil then
    local certain
    found, certain = self:find(action)
    if self.cached >= CACHED_MAX then self.by_action, self.cached = {}, 0 end
    if certain then self.by_action[key], self.cached = found, self.cached + 1 end
  end
  return found or nil
end

---The rules of a group that match an item's code, in the order in which they are asked. "ok" is a code like any other
---here, where the program has said that it is no success; to a set of rules it would mean one.
---@param group tencentcloud.ItemGroup
---@param parts tencentcloud.ActionName
---@param code string
---@param kind string?
---@return tencentcloud.Rule[]
function items.candidates(group, parts, code, kind)
  return group.set:candidates(parts, code == "ok" and "OK" or code, kind)
end

---@class tencentcloud.Items: tencentcloud.ItemFinder
local Items = { of = ItemFinder.of, find = ItemFinder.find }
Items.__index = Items

local function key_of(success)
  local texts = {}
  for text in pairs(success and successes_of(success) or {}) do table.insert(texts, ("%q"):format(text)) end
  table.sort(texts)
  return table.concat(texts, ",")
end

-- The group of a path and what success is there.
function Items:group(path, success)
  local key = key_of(success)
  for _, group in ipairs(self.groups) do
    if group.path == path and group.key == key then return group end
  end
  local group = { path = path, steps = item_path.parse(path), key = key, success = success,
    successes = success and successes_of(success), set = rule_set.new(self.registry) }
  table.insert(self.groups, group)
  return group
end

-- A rule of the same path, scope and code for which another code is a success.
function Items:earlier(own, fields)
  for _, group in ipairs(self.groups) do
    for _, rule in ipairs(group.path == own.path and group ~= own and rules_of(group) or {}) do
      if rule.scope == fields.scope and rule.code == fields.code then return rule end
    end
  end
end

function Items:changed(group)
  self.by_action, self.cached, self.frozen, group.rules = {}, 0, nil, nil
  for position = #self.groups, 1, -1 do
    if #self.groups[position].set.book == 0 then table.remove(self.groups, position) end
  end
end

---Adds a rule about the codes at that path, which is well-formed.
---@param path string
---@param success any[]? what items that succeeded have
---@param fields table
---@return tencentcloud.Rule? rule
---@return string? message why not
---@return tencentcloud.Rule? earlier
function Items:add(path, success, fields)
  local group = self:group(path, success)
  local earlier = #self.groups > 1 and self:earlier(group, fields)
  fields.items, fields.success = path, success
  local rule, message
  if not earlier then rule, message, earlier = group.set:add(fields) end
  self:changed(group)
  return rule, message, earlier or nil
end

---@param rule tencentcloud.Rule
---@return boolean removed
function Items:remove(rule)
  for _, group in ipairs(self.groups) do
    if group.set:remove(rule) then
      self:changed(group)
      return true
    end
  end
  return false
end

---The group that a rule belongs to.
---@param rule tencentcloud.Rule
---@return tencentcloud.ItemGroup?
function Items:group_of(rule)
  return self:group(rule.items, rule.success)
end

---The rules as they are now, for a call to keep.
---@return tencentcloud.ItemFinder
function Items:snapshot()
  if not self.frozen then
    local groups = {}
    for i, group in ipairs(self.groups) do
      groups[i] = { path = group.path, steps = group.steps, successes = group.successes, rules = rules_of(group),
        set = group.set:snapshot() }
    end
    local fields = { groups = groups, by_action = {}, cached = 0, registry = self.registry }
    self.frozen = setmetatable(fields, ItemFinder)
  end
  return self.frozen
end

---All rules, by path and then in the order that they were written.
---@return tencentcloud.Rule[]
function Items:list()
  local list = {}
  for _, group in ipairs(self.groups) do
    for _, rule in ipairs(rules_of(group)) do table.insert(list, rule) end
  end
  return list
end

---@param registry tencentcloud.Registry that says which version of an action is sent
---@return tencentcloud.Items
function items.new(registry)
  return setmetatable({ groups = {}, by_action = {}, cached = 0, registry = registry }, Items)
end

return items
