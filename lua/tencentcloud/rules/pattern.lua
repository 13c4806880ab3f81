-- How specific a pattern is, for people and for explanations. Matching itself is the core's.

local pattern = {}

local FAMILY, KIND, ANY = 2, 1, 0
local EXACT = 1e6

---How a code is written: "exact", "family", "kind", "any" or "ok".
---@param code string a well-formed pattern
---@return "exact"|"family"|"kind"|"any"|"ok"
function pattern.code_form(code)
  if code == "*" then return "any" end
  if code == "ok" then return "ok" end
  if code:sub(1, 1) == "#" then return "kind" end
  if code:sub(-2) == ".*" then return "family" end
  return "exact"
end

---How a scope is written.
---@param scope string a well-formed pattern
---@return "action"|"prefix"|"service"|"any"
function pattern.scope_form(scope)
  if scope == "*" then return "any" end
  if scope:sub(-2) == ".*" then return "service" end
  if scope:sub(-1) == "*" then return "prefix" end
  return "action"
end

---A number that is greater, the more specific the code is.
---@param code string a well-formed pattern
---@return number
function pattern.specificity(code)
  local form = pattern.code_form(code)
  if form == "any" then return ANY end
  if form == "kind" then return KIND end
  if form == "family" then return FAMILY + #code end
  return EXACT
end

return pattern
