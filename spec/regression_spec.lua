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
