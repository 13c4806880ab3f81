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

local function checks(scope, code)
  local rules, list = tc.rules{ inherit = false }, {}
  rules:on(scope, code, tc.fail)
  for i, finding in ipairs(rules:lint()) do list[i] = finding.level .. " " .. finding.check end
  return list
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
        assert.same({ "warning retired" }, checks(service.service .. ".*", "InternalError"))
        return
      end
    end
    error "there is no such service to try"
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
