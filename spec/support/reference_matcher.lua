-- The slow, obvious matcher: every rule is looked at, and what matches is sorted by the order that
-- docs/rules.md tells. The specs compare the compiled one with it.

local Matcher = {}
Matcher.__index = Matcher

local FORMS = { exact = 5, family = 4, kind = 3, any = 2, ok = 5 }
local SCOPES = { action = 4, prefix = 3, service = 2, any = 1 }

local function parse_code(code)
  if code == "*" then return { form = "any", name = "" } end
  if code == "ok" then return { form = "ok", name = "" } end
  local kind = code:match("^#([a-z_]+)$")
  if kind then return { form = "kind", name = kind } end
  local name, star = code:match("^(%a[%w_.]-)(%.?%*?)$")
  if not name or name:find("..", 1, true) or name:sub(-1) == "." or (star ~= "" and star ~= ".*") then return nil end
  return { form = star == ".*" and "family" or "exact", name = name }
end

local function parse_scope(scope)
  if scope == "*" then return { form = "any", service = "", action = "", version = "" } end
  local service, version, action, star = scope:match("^(%l[%l%d-]*)(@?[%d-]*)%.([%w_]*)(%*?)$")
  if not service then return nil end
  if version ~= "" and not version:find("^@%d%d%d%d%-%d%d%-%d%d$") then return nil end
  if action == "" and star == "" or action ~= "" and not action:find("^%u") then return nil end
  local form = action == "" and "service" or star == "*" and "prefix" or "action"
  return { form = form, service = service, action = action, version = version:sub(2) }
end

local function code_matches(pattern, code, kind)
  if code == "ok" or pattern.form == "ok" then return code == "ok" and pattern.form == "ok" end
  if pattern.form == "exact" then return code == pattern.name end
  if pattern.form == "kind" then return kind == pattern.name end
  if pattern.form == "family" then return (code .. "."):sub(1, #pattern.name + 1) == pattern.name .. "." end
  return true
end

local function scope_matches(pattern, service, version, action)
  if pattern.form == "any" then return true end
  if not action or pattern.service ~= service then return false end
  if pattern.version ~= "" and pattern.version ~= version then return false end
  if pattern.form == "action" then return action == pattern.action end
  return action:sub(1, #pattern.action) == pattern.action
end

-- What a rule is compared by, the most important first; the greater wins.
local function rank(rule)
  return {
    rule.veto and 1 or 0,
    FORMS[rule.code.form],
    rule.code.form == "family" and #rule.code.name or 0,
    SCOPES[rule.scope.form],
    #rule.scope.action,
    rule.scope.version ~= "" and 1 or 0,
    -rule.layer,
    -rule.id,
  }
end

local function beats(one, other)
  local a, b = rank(one), rank(other)
  for i = 1, #a do
    if a[i] ~= b[i] then return a[i] > b[i] end
  end
  return false
end

function Matcher:add(scope, code, layer, veto)
  local parsed_scope, parsed_code = parse_scope(scope), parse_code(code)
  if not parsed_scope then return nil, "scope: malformed" end
  if not parsed_code then return nil, "code: malformed" end
  for _, rule in ipairs(self.rules) do
    if rule.text == scope .. " " .. code and rule.layer == layer then return nil, "twice", rule.id end
  end
  self.last = self.last + 1
  table.insert(self.rules, { id = self.last, scope = parsed_scope, code = parsed_code, layer = layer,
    veto = veto or false, text = scope .. " " .. code })
  return self.last
end

function Matcher:remove(id)
  for i, rule in ipairs(self.rules) do
    if rule.id == id then
      table.remove(self.rules, i)
      return true
    end
  end
  return false
end

function Matcher:candidates(service, version, action, code, kind)
  local matching, ids = {}, {}
  for _, rule in ipairs(self.rules) do
    if scope_matches(rule.scope, service, version, action) and code_matches(rule.code, code, kind) then
      table.insert(matching, rule)
    end
  end
  table.sort(matching, beats)
  for i, rule in ipairs(matching) do ids[i] = rule.id end
  return ids
end

function Matcher:first(...)
  return self:candidates(...)[1]
end

function Matcher:snapshot()
  local copy = setmetatable({ rules = {}, last = self.last }, Matcher)
  for i, rule in ipairs(self.rules) do copy.rules[i] = rule end
  return copy
end

return function()
  return setmetatable({ rules = {}, last = 0 }, Matcher)
end
