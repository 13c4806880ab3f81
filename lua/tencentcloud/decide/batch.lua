-- What becomes of a batch that succeeded as a whole and of which items failed. Rules compose:
--
--   1. Each failed item is decided on: the rules that match its code are asked in order until one has an opinion. A
--      rule is asked once about all items that come to it, and its handler gets these items alone.
--   2. Of what the rules want, the most severe is done: forbid; a handler that raised; fail; a repetition that is not
--      safe; ignore; sending again; ok. The others are kept in the decision's `parts`.
--   3. One request can be sent. Amendments that say the same but for the elements of one list become one, with all the
--      elements. Rules that want different requests fail the call, and the reason names both.
--
-- The whole is not repeated, for that would repeat what succeeded, unless the action only reads or knows the request
-- again, or a rule does not mind: decide/safety.lua.

local action_name = require "tencentcloud.action_name"
local decisions = require "tencentcloud.decide.decision"
local items = require "tencentcloud.decide.items"
local outcomes = require "tencentcloud.rules.outcome"
local parameters = require "tencentcloud.params"
local subjects = require "tencentcloud.decide.subject"

---@class tencentcloud.FailedSort the failed items of a batch that have the same code, at one path
---@field code string as text
---@field entry tencentcloud.ErrorCode?
---@field kind string?
---@field candidates tencentcloud.Rule[]
---@field next integer the candidate that is asked next

---@class tencentcloud.Batch
---@field failed tencentcloud.FailedItem[] all that failed, in order
---@field executed tencentcloud.Executed "partly" where others succeeded
---@field sorts tencentcloud.FailedSort[] in the order of their first items
---@field sort_of table<tencentcloud.FailedItem, tencentcloud.FailedSort>
---@field succeeded integer
---@field unread tencentcloud.Unread[]?
local Batch = {}
Batch.__index = Batch

function Batch:add(group, whole, failed)
  local parts, by_code = action_name.split(whole.action), {}
  for _, item in ipairs(failed) do
    local code = items.text_of(item.code)
    local sort = by_code[code]
    if not sort then
      local entry = items.entry_of(whole.registry, code, whole.action)
      local kind = entry and entry.kind
      sort = { code = code, entry = entry, kind = kind, next = 1,
        candidates = items.candidates(group, parts, code, kind) }
      by_code[code] = sort
      table.insert(self.sorts, sort)
    end
    self.sort_of[item] = sort
    table.insert(self.failed, item)
  end
end

-- Of a batch that failed as a whole nothing was carried out only where all its codes say so.
local function executed(self)
  if self.succeeded > 0 then return "partly" end
  for _, sort in ipairs(self.sorts) do
    if not (sort.entry and sort.entry.executed == "no") then return "maybe" end
  end
  return self.unread and "maybe" or "no"
end

local function read(groups, whole)
  local self = setmetatable({ failed = {}, sorts = {}, sort_of = {}, succeeded = 0 }, Batch)
  for _, group in ipairs(groups) do
    local found = items.read(whole.answer, group, group.successes)
    self.succeeded = self.succeeded + found.succeeded
    if found.unread > 0 then
      self.unread = self.unread or {}
      table.insert(self.unread, { path = group.path, count = found.unread, why = found.why })
    end
    self:add(group, whole, found.failed)
  end
  self.executed = executed(self)
  return self
end

-- The codes that come to the rule next, and their items.
function Batch:coming_to(rule, pending)
  local sorts, taken, mine = {}, {}, {}
  for _, sort in ipairs(pending) do
    if sort.candidates[sort.next] == rule then
      taken[sort] = true
      table.insert(sorts, sort)
    end
  end
  for _, item in ipairs(self.failed) do
    if taken[self.sort_of[item]] then table.insert(mine, item) end
  end
  return sorts, mine
end

-- The pending codes without those that were decided on, and those that no rule is left for.
local function without_settled(pending, sorts, decided)
  for _, sort in ipairs(sorts) do sort.next = decided and math.huge or sort.next + 1 end
  local left = {}
  for _, sort in ipairs(pending) do
    if sort.candidates[sort.next] then table.insert(left, sort) end
  end
  return left
end

---@class tencentcloud.BatchPart what a rule wants for its items
---@field decision tencentcloud.Decision
---@field about tencentcloud.Subject

-- What each rule wants that is asked, in the order of the items.
function Batch:ask(whole, ask)
  local pending, parts = {}, {}
  for _, sort in ipairs(self.sorts) do
    if sort.candidates[1] then table.insert(pending, sort) end
  end
  while pending[1] do
    local rule = pending[1].candidates[pending[1].next]
    local sorts, mine = self:coming_to(rule, pending)
    local about = subjects.of_items(whole, self, sorts, mine)
    local decision = ask(rule, about)
    if decision then table.insert(parts, { decision = decision, about = about }) end
    pending = without_settled(pending, sorts, decision ~= nil)
  end
  return parts
end

-- How severe a decision is: the least number wins.
local function rank(decision)
  local said = decision.said
  if decision.stopped_by == "unsafe" then return 4 end
  if decision.stopped_by then return 2 end
  if said.vetoes then return 1 end
  if said.move == "stop" then return said.counted and 3 or 5 end
  return said.sends and 6 or 7
end

-- Joins what two amendments say: the same, but for one list, which gets the elements of both. Gives nil where they
-- differ otherwise; lists: how many they have.
local function join(one, other, lists)
  if type(one) ~= "table" or type(other) ~= "table" then
    if one ~= other then return nil end
    return one
  end
  if one[1] ~= nil and other[1] ~= nil then
    lists.count = lists.count + 1
    local joined = {}
    for _, list in ipairs{ one, other } do
      for _, value in ipairs(list) do table.insert(joined, value) end
    end
    return joined
  end
  local joined = {}
  for key, value in pairs(one) do
    joined[key] = join(value, other[key], lists)
    if joined[key] == nil then return nil end
  end
  for key in pairs(other) do
    if one[key] == nil then return nil end
  end
  return joined
end

local function least(one, other)
  return one and other and math.min(one, other) or one or other
end

-- The outcome that stands for both, or nil. A list of lists that differ, or of two lists, could mean anything.
local function joined(one, other)
  if parameters.same(one, other) and getmetatable(one) == getmetatable(other) then return one end
  if one.move ~= "send_changed" or other.move ~= "send_changed" then return nil end
  local lists = { count = 0 }
  local params = join(one.params, other.params, lists)
  if not params or lists.count ~= 1 then return nil end
  local attempts, unsafe = least(one.attempts, other.attempts), one.unsafe and other.unsafe
  return outcomes.amend(params, { attempts = attempts, unsafe = unsafe })
end

local function conflict(one, other)
  local reason = ("two rules want different requests, and one can be sent: %s by %s, %s by %s"):format(
    tostring(one.said), tostring(one.rule), tostring(other.said), tostring(other.rule))
  return decisions.new(outcomes.fail(reason), one.rule)
end

-- The decision that stands for all that want to send again.
local function one_request(parts, winner)
  local decision = winner.decision
  for _, part in ipairs(parts) do
    local other = part.decision
    if part ~= winner and rank(other) == rank(decision) then
      local outcome = joined(decision.said, other.said)
      if not outcome then return conflict(decision, other) end
      decision = decisions.new(outcome, decision.rule)
    end
  end
  return decision
end

local function listed(parts)
  local list = {}
  for i, part in ipairs(parts) do
    local decision = part.decision
    list[i] = { rule = decision.rule, outcome = decision.outcome, code = part.about.code, items = part.about.items,
      counted = decision.counted }
  end
  return list
end

local function compose(parts)
  local winner = parts[1]
  for _, part in ipairs(parts) do
    if rank(part.decision) < rank(winner.decision) then winner = part end
  end
  return winner.decision.said.sends and not winner.decision.stopped_by and one_request(parts, winner)
    or winner.decision, winner.about
end

local batch = {}

---Decides on the failed items of a batch.
---@param groups tencentcloud.ItemGroup[] that have a say about the action
---@param whole tencentcloud.Subject the batch, which succeeded as a whole
---@param ask fun(rule: tencentcloud.Rule, subject: tencentcloud.Subject): tencentcloud.Decision?
---@return tencentcloud.Decision? decision nil where no rule has an opinion
---@return tencentcloud.Subject? about the items of the rule that won
---@return tencentcloud.Unread[]? unread
function batch.decide(groups, whole, ask)
  local self = read(groups, whole)
  local parts = self.failed[1] and self:ask(whole, ask)
  if not (parts and parts[1]) then return nil, nil, self.unread end
  local decision, about = compose(parts)
  decision.items, decision.parts, decision.unread = self.failed, listed(parts), self.unread
  return decision, about, self.unread
end

return batch
