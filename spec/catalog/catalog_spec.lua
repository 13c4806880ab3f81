-- The catalog: its files, their reader and writer, and the reader of Go SDK checkouts.
package.path = "./?.lua;" .. package.path
local read_text = require "spec.support.read"
local reader = require "catalog.reader"
local writer = require "catalog.writer"
local go_sdk = require "catalog.go_sdk"

local FOLDER = "catalog/services"
local CHECKOUT = "spec/fixtures/go-sdk"

describe("the committed catalog", function()
  local services = assert(reader.read_directory(FOLDER))

  it("comes back from reader and writer byte for byte", function()
    for _, service in ipairs(services) do
      local path = FOLDER .. "/" .. writer.file_name(service)
      if writer.format(service) ~= read_text(path) then error(path .. " differs") end
    end
  end)

  it("gives the codes of every action in byte order, once each", function()
    for _, service in ipairs(services) do
      for _, action in ipairs(service.actions) do
        for index = 2, #action.codes do
          if action.codes[index] <= action.codes[index - 1] then error(service.service .. " " .. action.name) end
        end
      end
    end
  end)
end)

describe("the reader", function()
  it("reads every kind of line", function()
    assert.same({
      service = "orchard",
      version = "2025-01-02",
      actions = {
        {
          name = "ListTrees", client_token = true, dry_run = true, sse = true, mainland = true, international = false,
          deprecated = false, offline = true,
          codes = { "InternalError", "LimitExceeded", "LimitExceeded.TooMany", "ResourceNotFound.Orchard.Closed" },
        },
        {
          name = "WaterTree", client_token = false, dry_run = true, sse = false, mainland = false,
          international = false,
          deprecated = false, offline = false, codes = {},
        },
      },
    }, reader.read_text([[
# orchard 2025-01-02
ListTrees client_token dry_run sse mainland offline
  InternalError: -
  LimitExceeded: - TooMany
  ResourceNotFound: Orchard.Closed
WaterTree dry_run
]], "orchard.txt"))
  end)

  local header = "# orchard 2025-01-02\n"
  local malformed = {
    { "an empty file", "", 1 },
    { "a missing header", "ListTrees\n", 1 },
    { "a header without a version", "# orchard\n", 1 },
    { "a header with a bad version", "# orchard 2025-1-2\n", 1 },
    { "a second header", header .. header, 2 },
    { "an empty line", header .. "\nListTrees\n", 2 },
    { "codes before the first action", header .. "  InternalError: -\n", 2 },
    { "an unknown attribute", header .. "ListTrees colour=Green\n", 2 },
    { "an attribute with a value", header .. "ListTrees sse=yes\n", 2 },
    { "an attribute twice", header .. "ListTrees dry_run dry_run\n", 2 },
    { "attributes out of order", header .. "ListTrees dry_run client_token\n", 2 },
    { "an action of both sites marked as each one's", header .. "ListTrees mainland international\n", 2 },
    { "an action of two states", header .. "ListTrees deprecated offline\n", 2 },
    { "something after sse", header .. "ListTrees sse dry_run\n", 2 },
    { "the beginning of an attribute", header .. "ListTrees dry\n", 2 },
    { "two spaces before an attribute", header .. "ListTrees  sse\n", 2 },
    { "a space at an action's end", header .. "ListTrees \n", 2 },
    { "a carriage return", header .. "ListTrees\r\n", 2 },
    { "an action twice", header .. "ListTrees\nListTrees\n", 3 },
    { "actions out of order", header .. "WaterTree\nListTrees\n", 3 },
    { "a tab for the indent", header .. "ListTrees\n\tInternalError: -\n", 3 },
    { "a wrong indent", header .. "ListTrees\n   InternalError: -\n", 3 },
    { "a category without details", header .. "ListTrees\n  InternalError:\n", 3 },
    { "a category with a dot", header .. "ListTrees\n  Internal.Error: -\n", 3 },
    { "two spaces between details", header .. "ListTrees\n  InternalError: -  Oops\n", 3 },
    { "a space at a code line's end", header .. "ListTrees\n  InternalError: - \n", 3 },
    { "a detail that begins with a dot", header .. "ListTrees\n  InternalError: .Oops\n", 3 },
    { "a detail twice", header .. "ListTrees\n  InternalError: Oops Oops\n", 3 },
    { "details out of order", header .. "ListTrees\n  InternalError: Oops -\n", 3 },
    { "categories out of order", header .. "ListTrees\n  LimitExceeded: -\n  InternalError: -\n", 4 },
    { "a category twice", header .. "ListTrees\n  InternalError: -\n  InternalError: Oops\n", 4 },
    { "a last line without its end", header .. "ListTrees\n  InternalError: -", 3 },
  }
  for _, case in ipairs(malformed) do
    it("refuses " .. case[1] .. ", naming file and line", function()
      local service, reason = reader.read_text(case[2], "folder/orchard.txt")
      assert.is_nil(service)
      assert.equal(("folder/orchard.txt:%d: "):format(case[3]), reason:match "^folder/orchard%.txt:%d+: ")
    end)
  end

  it("says which file it cannot open", function()
    local service, reason = reader.read_file "no/such/file.txt"
    assert.is_nil(service)
    assert.truthy(reason:find("no/such/file.txt", 1, true))
  end)

  it("reads the named files of a folder in the order of their names", function()
    local services = assert(reader.read_directory(FOLDER, { "cvm-2017-03-12.txt", "cls-2020-10-16.txt" }))
    assert.equal(2, #services)
    assert.equal("cls", services[1].service)
    assert.equal("cvm", services[2].service)
  end)
end)

describe("the writer", function()
  it("gives the same text in whatever order the facts come", function()
    local function tree(codes) return { name = "ListTrees", codes = codes } end
    local water = { name = "WaterTree", codes = {} }
    local codes = { "LimitExceeded", "InternalError.Oops", "InternalErrorOops", "InternalError" }
    local sorted_codes = { "InternalError", "InternalError.Oops", "InternalErrorOops", "LimitExceeded" }
    local text = writer.format { service = "orchard", version = "2025-01-02", actions = { water, tree(codes) } }
    assert.equal(
      writer.format { service = "orchard", version = "2025-01-02", actions = { tree(sorted_codes), water } }, text)
    assert.same(sorted_codes, reader.read_text(text, "orchard.txt").actions[1].codes)
  end)

  it("says why it cannot write a file", function()
    local done, reason = writer.write_file("no/such/file.txt", { service = "a", version = "2025-01-02", actions = {} })
    assert.is_nil(done)
    assert.truthy(reason:find("no/such/file.txt", 1, true))
  end)
end)

local NEW_KETTLE = [[
# kettle 2024-06-07
ListBrews
  InternalError: -
WatchKettle sse
  FailedOperation: NeverBoils
  InternalError: -
]]
local NEW_ORCHARD = [[
# orchard 2025-01-02
ListTrees
  InternalError: -
  LimitExceeded: TooManyTrees
PlantTree client_token dry_run
  InvalidParameter: - Tree.Unknown
  ResourceInsufficient: SoilDry
WaterTree
]]

describe("the reader of a Go SDK checkout", function()
  it("takes the facts of every service, and nothing from comments", function()
    local services = assert(go_sdk.read_checkout(CHECKOUT))
    assert.equal(2, #services)
    assert.equal(NEW_KETTLE, writer.format(services[1]))
    assert.equal(NEW_ORCHARD, writer.format(services[2]))
  end)

  it("takes what the actions take and give", function()
    local _, _, schemas = go_sdk.read_checkout(CHECKOUT)
    local function field(name, type, list)
      return { name = name, type = type, list = list or false, required = false, disabled = false }
    end
    local kettle, orchard = schemas[1], schemas[2]
    assert.same({ "kettle", "2024-06-07", 2 }, { kettle.service, kettle.version, #kettle.actions })
    assert.same({
      name = "PlantTree", status = "-", sites = "-",
      input = { field("DryRun", "bool"), field("ClientToken", "string") },
      output = { field("TreeIds", "string", true), field("Warnings", "string", true) },
    }, orchard.actions[2])
    local trees = orchard.actions[1]
    assert.same({ "ListTrees", field("TotalCount", "uint"), field("TreeSet", "Tree", true) },
      { trees.name, trees.output[1], trees.output[2] })
    assert.same({ field("TreeId", "string") }, orchard.types.Tree)
  end)

  it("finds no service in another folder", function()
    assert.same({}, go_sdk.read_checkout "catalog")
  end)
end)
