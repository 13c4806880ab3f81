-- What lint says of rules for actions and codes that no list has any more, or that are on one site alone.
package.path = "./?.lua;" .. package.path
local reader = require "catalog.reader"
local retired = require "catalog.retired"
local tc = require "tencentcloud"

local gone = assert(retired.read "catalog/retired.txt")
local live = {}
for _, service in ipairs(assert(reader.read_directory "catalog/services")) do live[service.service] = service end

-- The full name of the first action that has the mark.
local function first_marked(mark)
  for _, service in ipairs(assert(reader.read_directory "catalog/services")) do
    for _, action in ipairs(service.actions) do
      if action[mark] then return ("%s@%s.%s"):format(service.service, service.version, action.name) end
    end
  end
end

local function checks(scope, code, registry)
  local rules, list, messages = tc.rules{ inherit = false, registry = registry }, {}, {}
  rules:on(scope, code, tc.fail)
  for i, finding in ipairs(rules:lint()) do
    list[i], messages[i] = finding.level .. " " .. finding.check, finding.message
  end
  return list, messages
end

-- A prefix of a retired action's name that no live action of a service with some begins with; and the name.
local function retired_prefix()
  for _, service in ipairs(gone.services) do
    local names = live[service.service] and "\n" .. table.concat(tc.registry:actions(service.service), "\n") .. "\n"
    for _, action in ipairs(names and service.actions or {}) do
      local begin = service.service .. "." .. action.name:sub(1, -2)
      if not names:gsub("@[^.]*", ""):find("\n" .. begin, 1, true) then return service, begin, action.name end
    end
  end
end

-- A registry in which the codes of a category are retired that in the catalog are common and that no action declares.
local function with_retired(category)
  local own = { lookup = function(_, code, scope)
    local entry = tc.registry:lookup(code, scope)
    if code:match "^[^.]*" ~= category then return entry end
    return { code = code, kind = entry.kind, retryable = entry.retryable, executed = entry.executed, known = true,
      retired = true, common = false, actions = function() return {} end }
  end }
  return setmetatable(own, { __index = function(_, method)
    return function(_, ...) return tc.registry[method](tc.registry, ...) end
  end })
end

describe("lint, of what is listed no more,", function()
  it("warns of a rule for a retired action", function()
    local service = gone.services[1]
    local name = ("%s@%s.%s"):format(service.service, service.version, service.actions[1].name)
    assert.equal("warning retired", checks(name, "#throttle")[1])
  end)

  it("warns of a rule for a service of which every action is retired", function()
    for _, service in ipairs(gone.services) do
      if not live[service.service] then
        local found, messages = checks(service.service .. ".*", "#throttle")
        assert.same({ "warning retired" }, found)
        assert.equal(service.service .. " is retired: no list has an action of it any more", messages[1])
        local prefix = service.service .. "." .. service.actions[1].name .. "*"
        assert.same({ "warning retired" }, checks(prefix, "#throttle"))
        assert.same({ "error unknown-scope" }, checks(service.service .. ".Qqq*", "#throttle"))
        return
      end
    end
    error "there is no such service to try"
  end)

  it("warns of a rule for a prefix or a version that only retired actions have, and names some", function()
    local service, begin, action = retired_prefix()
    local found, messages = checks(begin .. "*", "#throttle")
    assert.equal("warning retired", found[1])
    assert.matches("means only retired actions, which no list has any more: " .. service.service, messages[1], 1, true)
    assert.matches("." .. action, messages[1], 1, true)
    assert.equal("warning retired",
      checks(begin:gsub("%.", "@" .. service.version .. ".", 1) .. "*", "#throttle")[1])
    assert.same({ "error unknown-scope" }, checks(begin:gsub("%.", "@2001-01-01.", 1) .. "*", "#throttle"))
    assert.same({ "error unknown-scope" }, checks(begin .. "Qqq*", "#throttle"))
    assert.same({ "error unknown-scope" }, checks("qqqqqq.Describe*", "#throttle"))
  end)

  it("takes a retired action for what it was: its codes are declared", function()
    local service, begin, action = retired_prefix()
    local name = service.service .. "." .. action
    local code = tc.registry:action(name):codes()[1]
    for _, check in ipairs(checks(begin .. "*", code)) do assert.not_matches("declared%-elsewhere", check) end
  end)

  it("warns of a family of retired codes alone, and not of one of codes that no list ever had", function()
    local found, messages = checks("*", "ServiceUnavailable.*", with_retired "ServiceUnavailable")
    assert.same({ "warning retired" }, found)
    assert.equal("ServiceUnavailable.* means only retired codes, which no action declares any more: "
      .. "ServiceUnavailable", messages[1])
    assert.same({}, checks("*", "ServiceUnavailable.*"))
    assert.equal("error unknown-code", checks("*", "Qqqqqqqq.*")[1])
  end)

  it("warns of a rule for a retired code, and for nothing else of it", function()
    assert.same({ "warning retired" }, checks("*", gone.codes[1]))
  end)

  it("warns of a rule for a deprecated or offline action", function()
    for _, mark in ipairs { "deprecated", "offline" } do
      assert.same({ "warning " .. mark }, checks(first_marked(mark), "#throttle"))
    end
  end)

  it("has nothing against an action of the international site alone, and a code that is sent undeclared", function()
    assert.same({}, checks(first_marked "international", "#throttle"))
    for _, code in ipairs(require "catalog.undeclared") do assert.same({}, checks("*", code)) end
  end)
end)
