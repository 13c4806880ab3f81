-- What `require "tencentcloud"` gives.

local tc = require "tencentcloud"

describe("the module", function()
  it("has every name that the README speaks of", function()
    local functions = { "parse", "check", "error", "events", "new_registry", "rules", "pages", "wait_until", "script" }
    for _, name in ipairs(functions) do
      assert.is_function(tc[name], name)
    end
    for _, name in ipairs { "retry", "refresh", "wait", "amend", "ok", "ignore", "fail", "forbid" } do
      assert.equal(name, tc[name].type)
    end
    assert.equal("userdata", type(tc.null))
    assert.is_function(tc.registry.lookup)
  end)

  it("loads what is written in Lua when it is first asked for, and keeps it", function()
    package.loaded["tencentcloud"] = nil
    local fresh = require "tencentcloud"
    assert.is_nil(rawget(fresh, "rules"))
    assert.equal(require("tencentcloud.rules").new, fresh.rules)
    assert.equal(fresh.rules, rawget(fresh, "rules"))
    assert.is_nil(fresh.no_such_name)
  end)

  it("takes null from cjson", function()
    assert.equal(require("cjson").null, tc.null)
  end)
end)
