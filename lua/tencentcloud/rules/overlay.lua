-- The rules of a single call on top of the others. Both books give their candidates in winning
-- order; the call's rules name its very action, so the code alone decides between the two.

local pattern = require "tencentcloud.rules.pattern"

local overlay = {}

-- How specific a rule's code is; vetoes come before everything.
local function weight(rule)
  if rule.outcome and rule.outcome.type == "forbid" then return math.huge end
  return pattern.specificity(rule.code)
end

local function candidates(set, parts, code, kind)
  local list = {}
  for i, id in ipairs(set.book:candidates(parts.service, parts.version, parts.name, code, kind)) do
    list[i] = set.rules[id]
  end
  return list
end

---The rules of both sets that match, in winning order.
---@return tencentcloud.Rule[]
function overlay.candidates(set, own, parts, code, kind)
  local below = candidates(set, parts, code, kind)
  local above = candidates(own, parts, code, kind)
  local merged, next_below = {}, 1
  for _, rule in ipairs(above) do
    while below[next_below] and weight(below[next_below]) > weight(rule) do
      table.insert(merged, below[next_below])
      next_below = next_below + 1
    end
    table.insert(merged, rule)
  end
  for i = next_below, #below do table.insert(merged, below[i]) end
  return merged
end

return overlay
