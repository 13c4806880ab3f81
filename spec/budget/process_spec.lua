local process = require "tencentcloud.budget.process"

describe("budget in the process", function()
  it("starts full", function()
    assert.equal(500, process.new():tokens("account/cvm/ap-guangzhou"))
    assert.equal(20, process.new{ capacity = 20 }:tokens("any"))
  end)

  it("grants what it holds, and takes nothing where it refuses", function()
    local budget = process.new{ capacity = 20 }
    assert.same({ true, 6 }, { budget:draw("key", 14) })
    assert.same({ false, 6 }, { budget:draw("key", 14) })
    assert.same({ true, 0 }, { budget:draw("key", 6) })
    assert.same({ false, 0 }, { budget:draw("key", 1) })
  end)

  it("keeps a bucket for each key", function()
    local budget = process.new{ capacity = 14 }
    assert.is_true(budget:draw("one", 14))
    assert.is_true(budget:draw("other", 14))
    assert.equal(0, budget:tokens("one"))
  end)

  it("takes back, but never more than it can hold", function()
    local budget = process.new{ capacity = 20 }
    budget:draw("key", 14)
    budget:refund("key", 1)
    assert.equal(7, budget:tokens("key"))
    budget:refund("key", 500)
    assert.equal(20, budget:tokens("key"))
    budget:refund("never drawn", 5)
    assert.equal(20, budget:tokens("never drawn"))
  end)

  it("holds no memory for full buckets", function()
    local budget = process.new()
    for i = 1, 100 do
      budget:draw("key " .. i, 14)
      budget:refund("key " .. i, 14)
    end
    assert.is_nil(next(budget.spent))
  end)

  it("refuses options that it does not know", function()
    assert.error_matches(function() process.new{ size = 3 } end, "no option 'size': the options are capacity", 1, true)
  end)
end)
