-- The rules of a single call on top of the others. Both books give their candidates in winning
-- order; the call's rules name its very action, so the code alone decides between the two.

local pattern = require "tencentcloud.decide.pattern"

local overlay = {}

-- How specific a rule's code is; vetoes come before everything.
local function weight(rule)
  if rule.outcome and rule.outcome.type == "forbid" then return math.huge end
  return pattern.specificity(rule.code)
end

---The rules of both sets that match, in winning order.
---@param below tencentcloud.Rule[] those of all calls
---@param above tencentcloud.Rule[] the call's own
---@return tencentcloud.Rule[]
function overlay.merge(below, above)
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
