local front = require "tencentcloud.rules.front"

describe("the module's names for rules", function()
  it("are loaded when they are first used, and kept", function()
    local module = front{ parse = 1 }
    assert.is_nil(rawget(module, "rules"))
    assert.equal(require "tencentcloud.rules".new, module.rules)
    assert.equal(module.rules, rawget(module, "rules"))
    assert.equal(1, module.parse)
    assert.is_nil(module.nothing)
  end)

  it("are all there", function()
    local module = front{}
    for _, name in ipairs{ "rules", "script", "wait_until", "pages" } do assert.is_function(module[name]) end
    for _, name in ipairs{ "retry", "refresh", "wait", "amend", "ok", "ignore", "fail", "forbid" } do
      assert.equal(name, module[name].type)
    end
  end)
end)
