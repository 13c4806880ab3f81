-- Faults that a reading of the code found, each with the case that shows it.

local core = require "tencentcloud.core"

describe("set_empty_array_metatable", function()
  it("takes only what can be a metatable", function()
    for _, value in ipairs { 5, "text", true } do
      assert.has_error(function() core.set_empty_array_metatable(value) end)
    end
    assert.has_error(function() core.set_empty_array_metatable() end)
    assert.same({}, core.parse('{"Response":{"Set":[]}}'):totable().Set)
  end)
end)

describe("error", function()
  local function message_of(parts)
    local ok, message = pcall(core.error, parts)
    assert.is_false(ok)
    return message
  end

  it("names its table as the wrong argument, and the field", function()
    assert.matches("^bad argument #1 to .*%(action: ", message_of { code = "A", action = 7 })
    for _, status in ipairs { "x", 0, 99, 1000, 2 ^ 40, 0 / 0, false } do
      assert.matches("^bad argument #1 to .*%(http_status: ", message_of { code = "A", http_status = status })
    end
    assert.equal(502, core.error({ code = "A", http_status = 502 }).http_status)
  end)
end)

describe("a name with a zero byte", function()
  it("is not the name before the byte", function()
    local err = core.error { code = "LimitExceeded", action = "cvm.RunInstances" }
    assert.is_nil(err["code\0"])
    assert.is_nil(err["kind\0x"])
    assert.is_nil(err.entry["kind\0x"])
    assert.is_nil(core.registry:action("cvm.RunInstances")["name\0"])
    local registry = core.new_registry()
    assert.has_error(function() registry:define { code = "Own.Code", kind = "auth\0" } end)
    assert.has_error(function() registry:define { code = "Own.Code", ["kind\0"] = "auth" } end)
  end)
end)
