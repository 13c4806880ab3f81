local fake_dict = require "spec.support.fake_dict"
local shared_dict = require "tencentcloud.budget.shared_dict"

describe("budget in a shared dictionary", function()
  local dict, one, other
  before_each(function()
    dict = fake_dict()
    one, other = shared_dict.new(dict, { capacity = 20 }), shared_dict.new(dict, { capacity = 20 })
  end)

  it("is one bucket for all workers", function()
    assert.same({ true, 6 }, { one:draw("key", 14) })
    assert.same({ false, 6 }, { other:draw("key", 14) })
    assert.same({ true, 1 }, { other:draw("key", 5) })
    assert.equal(1, one:tokens("key"))
  end)

  it("takes nothing where it refuses", function()
    one:draw("key", 14)
    for _ = 1, 100 do other:draw("key", 14) end
    assert.equal(6, one:tokens("key"))
  end)

  it("takes back, but never more than it can hold", function()
    one:draw("key", 14)
    other:refund("key", 5)
    assert.equal(11, one:tokens("key"))
    other:refund("key", 500)
    assert.equal(20, one:tokens("key"))
    assert.same({ true, 6 }, { one:draw("key", 14) })
  end)

  it("does not write where the bucket is full", function()
    one:refund("key", 1)
    one:draw("key", 14)
    one:refund("key", 14)
    local writes = dict.writes
    one:refund("key", 1)
    assert.equal(writes, dict.writes)
  end)

  it("keeps what two refunds at once give back too much to itself", function()
    one:draw("key", 5)
    -- The other worker's refund comes between this one's look and its write.
    local get, interrupted = dict.get, false
    dict.get = function(self, key)
      local value = get(self, key)
      if not interrupted then
        interrupted = true
        other:refund("key", 5)
      end
      return value
    end
    one:refund("key", 5)
    assert.equal(0, dict.entries["budget:key"].value)
  end)

  it("fills up again some time after its first token was spent, however busy it is", function()
    one:draw("key", 14)
    dict.now = 59
    assert.is_false(one:draw("key", 14))
    dict.now = 60
    assert.same({ true, 6 }, { one:draw("key", 14) })
  end)

  it("survives an entry that expires between two steps", function()
    one:draw("key", 14)
    local incr = dict.incr
    dict.incr = function(self, key, value, ...)
      if value < 0 then self.entries[key] = nil end
      return incr(self, key, value, ...)
    end
    assert.is_false(one:draw("key", 14))
    assert.equal(20, one:tokens("key"))
    one:draw("key", 14)
    one:refund("key", 3)
    assert.equal(20, one:tokens("key"))
  end)

  it("holds no more than its capacity where an entry begins anew between two steps", function()
    one:draw("key", 14)
    local incr, interrupted = dict.incr, false
    dict.incr = function(self, key, value, ...)
      if value < 0 and not interrupted then
        interrupted = true
        self.entries[key] = nil
        other:draw("key", 5)
      end
      return incr(self, key, value, ...)
    end
    assert.is_false(one:draw("key", 14))
    assert.equal(0, dict.entries["budget:key"].value)
  end)

  it("needs no more of a dictionary than the oldest have", function()
    local incr = dict.incr
    dict.incr = function(self, key, value, ...)
      assert(select("#", ...) == 0, "expecting 3 arguments")
      return incr(self, key, value)
    end
    assert.same({ true, 6 }, { one:draw("key", 14) })
    dict.now = 60
    assert.same({ true, 6 }, { other:draw("key", 14) })
  end)

  it("counts every token where two workers make the entry at once", function()
    local add, interrupted = dict.add, false
    dict.add = function(self, ...)
      if not interrupted then
        interrupted = true
        other:draw("key", 5)
      end
      return add(self, ...)
    end
    assert.same({ true, 1 }, { one:draw("key", 14) })
  end)

  it("survives an entry that expires as soon as it is made", function()
    local incr, times = dict.incr, 0
    dict.incr = function(self, key, ...)
      times = times + 1
      if times == 2 then self.entries[key] = nil end
      return incr(self, key, ...)
    end
    assert.same({ true, 6 }, { one:draw("key", 14) })
  end)

  it("leaves it to the worker's own budget, and says so, where the dictionary is full", function()
    dict.full = true
    assert.same({ true, 6, "shared dictionary: no memory" }, { one:draw("key", 14) })
    assert.same({ false, 6, "shared dictionary: no memory" }, { one:draw("key", 14) })
    one:refund("key", 14)
    assert.is_true(one:draw("key", 14))
  end)

  it("grants at most what it holds, in any order of two workers", function()
    for order = 0, 255 do
      dict = fake_dict()
      one, other = shared_dict.new(dict, { capacity = 50 }), shared_dict.new(dict, { capacity = 50 })
      local spent = 0
      for step = 0, 7 do
        local worker = math.floor(order / 2 ^ step) % 2 == 0 and one or other
        if step % 3 == 2 and spent > 0 then
          worker:refund("key", 14)
          spent = math.max(0, spent - 14)
        elseif worker:draw("key", 14) then
          spent = spent + 14
        end
        assert.is_true(spent <= 50)
        assert.equal(50 - spent, one:tokens("key"))
      end
    end
  end)

  it("wants a dictionary", function()
    assert.error_matches(function() shared_dict.new(nil) end, "declare one with lua_shared_dict", 1, true)
    assert.error_matches(function() shared_dict.new({}) end, "bad argument #1 to 'new' (dict: ", 1, true)
    assert.error_matches(function() shared_dict.new(dict, { ttl = 3 }) end, "no option 'ttl'", 1, true)
  end)
end)
