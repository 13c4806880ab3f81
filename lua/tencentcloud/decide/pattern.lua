-- How specific a code pattern is. Parsing and matching are the core's.

local core = require "tencentcloud.core"

local pattern = {}

-- A family is the more specific, the longer it is; no family is as long as this.
local EXACT = 1e6
local WEIGHTS = { exact = EXACT, ok = EXACT, family = 2, kind = 1, any = 0 }

---A number that is greater, the more specific the pattern is.
---@param code string a well-formed pattern
---@return number
function pattern.specificity(code)
  local form = core.code_pattern(code)
  return WEIGHTS[form] + (form == "family" and #code or 0)
end

return pattern
