-- The codes and actions that no list has any more: their file, and what an update retires.
package.path = "./?.lua;" .. package.path
local read = require "spec.support.read"
local reader = require "catalog.reader"
local retired = require "catalog.retired"

local TEXT = [[
# codes
  FailedOperation: - SoilDry
# orchard 2020-01-02
FellTree client_token international
  FailedOperation: -
]]

local function orchard(lines)
  return { assert(reader.read_text("# orchard 2020-01-02\n" .. lines, "orchard")) }
end

describe("retired.txt", function()
  it("comes back from its reader byte for byte", function()
    local list = assert(retired.read "catalog/retired.txt")
    assert.is_true(read "catalog/retired.txt" == retired.format(list))
    assert.equal(TEXT, retired.format(assert(retired.read_text(TEXT, "text"))))
  end)

  it("is refused, with its place, where it is not whole", function()
    for _, case in ipairs {
      { "FellTree\n" .. TEXT, "text:1: expected the header '# codes'" },
      { TEXT:gsub("# codes\n", ""), "text:1: expected the header '# codes'" },
      { TEXT:gsub("FellTree", "Fell Tree"), "unexpected" },
      { TEXT:gsub("SoilDry", "SoilDry SoilDry"), "out of order" },
    } do
      local list, reason = retired.read_text(case[1], "text")
      assert.is_nil(list)
      assert.matches(case[2], reason, 1, true)
    end
  end)

  it("takes in what an update removes, and gives back what returns", function()
    local list = assert(retired.read_text(TEXT, "text"))
    local old = orchard "PlantTree offline\n  InternalError: Oops Rot\nWaterTree\n  FailedOperation: SoilDry\n"
    local new = orchard "FellTree\n  FailedOperation: -\nWaterTree\n  InternalError: Rot\n"
    assert.equal([[
# codes
  FailedOperation: SoilDry
# orchard 2020-01-02
PlantTree
  InternalError: Oops Rot
]], retired.format(retired.advance(list, old, new, { "InternalError.Oops" })))
  end)

  it("keeps the last that was known of an action that left twice", function()
    local list = assert(retired.read_text(TEXT, "text"))
    local old = orchard "FellTree dry_run\n  InternalError: Oops\n"
    local after = retired.advance(list, old, {}, {})
    assert.is_true(after.services[1].actions[1].dry_run)
    assert.same({ "InternalError.Oops" }, after.services[1].actions[1].codes)
  end)

  it("joins the live ones in the order of names", function()
    local list = assert(retired.read_text(TEXT .. "# zoo 2020-01-02\nFeed\n", "text"))
    local joined = retired.join(orchard "ApproachTree\nWaterTree\n", list)
    local names = {}
    for _, service in ipairs(joined) do
      for _, action in ipairs(service.actions) do
        table.insert(names, service.service .. "." .. action.name .. (action.retired and " retired" or ""))
      end
    end
    assert.same({ "orchard.ApproachTree", "orchard.FellTree retired", "orchard.WaterTree", "zoo.Feed retired" }, names)
  end)
end)
