local params = require "tencentcloud.params"

describe("params.copy", function()
  it("shares no table with the original, and keeps metatables", function()
    local mark = {}
    local original = { Limit = 1, Filter = { Names = setmetatable({}, mark) } }
    local copied = params.copy(original)
    assert.same(original, copied)
    assert.are_not.equal(original.Filter, copied.Filter)
    assert.are_not.equal(original.Filter.Names, copied.Filter.Names)
    assert.equal(mark, getmetatable(copied.Filter.Names))
  end)

  it("raises where a table holds itself", function()
    local ring = {}
    ring.Ring = ring
    assert.error_matches(function() params.copy(ring) end, "params: .* more than 100 deep")
  end)
end)

describe("params.amend", function()
  local original = { Placement = { Zone = "a", ProjectId = 7 }, InstanceIds = { "i-1", "i-2" }, Tag = { "x" } }
  local cases = {
    { "a plain field", { Count = 2 }, { Count = 2 } },
    { "a field inside a table, whose other fields stay", { Placement = { Zone = "b" } },
      { Placement = { Zone = "b", ProjectId = 7 } } },
    { "a list, as a whole", { InstanceIds = { "i-3" } }, { InstanceIds = { "i-3" } } },
    { "a list by an empty one", { InstanceIds = {} }, { InstanceIds = {} } },
    { "a list by a table of fields", { Tag = { Key = "k" } }, { Tag = { Key = "k" } } },
    { "a table by a plain value", { Placement = false }, { Placement = false } },
  }
  for _, case in ipairs(cases) do
    it("changes " .. case[1], function()
      local expected = params.copy(original)
      for key, value in pairs(case[3]) do expected[key] = value end
      assert.same(expected, params.amend(original, case[2]))
    end)
  end

  it("leaves both tables alone, and shares none with them", function()
    local changes = { Placement = { Data = { Size = 1 } } }
    local amended = params.amend(original, changes)
    amended.Placement.Data.Size, amended.InstanceIds[1] = 9, "changed"
    assert.equal(1, changes.Placement.Data.Size)
    assert.same({ Placement = { Zone = "a", ProjectId = 7 }, InstanceIds = { "i-1", "i-2" }, Tag = { "x" } }, original)
  end)
end)

describe("params.replaces_list", function()
  local original = { Placement = { Zone = "a", Tags = { "x" } }, InstanceIds = { "i-1", "i-2" } }
  local cases = {
    { false, {} }, { false, { Placement = { Zone = "b" } } }, { false, { InstanceIds = { "i-1", "i-2" } } },
    { false, { Count = 1 } }, { false, { Placement = "a" } }, { false, { Placement = { Tags = { "x" } } } },
    { true, { InstanceIds = { "i-2" } } }, { true, { InstanceIds = {} } }, { true, { Placement = { Tags = { "y" } } } },
    { true, { Others = { "z" } } },
  }
  for number, case in ipairs(cases) do
    it("tells whether a list is another one, case " .. number, function()
      assert.equal(case[1], params.replaces_list(original, case[2]))
    end)
  end
end)
