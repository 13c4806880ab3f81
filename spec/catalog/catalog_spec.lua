-- The catalog: its files, their reader and writer, and script/update-catalog.
package.path = "./?.lua;" .. package.path
local read_text = require "spec.support.read"
local reader = require "catalog.reader"
local writer = require "catalog.writer"
local go_sdk = require "catalog.go_sdk"
local shell = require "spec.support.shell"

local FOLDER = "catalog/services"
local FACTS = os.getenv "CATALOG_FACTS" or "../shared/catalog-facts"
local CHECKOUT = "spec/fixtures/go-sdk"

local function write_text(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

-- Gives the output of a shell command, with its exit code as the last line.
local function run(command)
  local pipe = assert(io.popen("(" .. command .. ") 2>&1; echo exit $?"))
  local output = pipe:read "*a"
  pipe:close()
  return output
end

describe("the committed catalog", function()
  local services = assert(reader.read_directory(FOLDER))

  it("comes back from reader and writer byte for byte", function()
    for _, service in ipairs(services) do
      local path = FOLDER .. "/" .. writer.file_name(service)
      if writer.format(service) ~= read_text(path) then error(path .. " differs") end
    end
  end)

  it("holds every service, action and code", function()
    local names, distinct = {}, {}
    local count = { services = 0, actions = 0, pairs = 0, codes = 0 }
    for _, service in ipairs(services) do
      if not names[service.service] then count.services = count.services + 1 end
      names[service.service] = true
      count.actions = count.actions + #service.actions
      for _, action in ipairs(service.actions) do
        count.pairs = count.pairs + #action.codes
        for _, code in ipairs(action.codes) do
          if not distinct[code] then count.codes = count.codes + 1 end
          distinct[code] = true
        end
      end
    end
    assert.equal(296, #services)
    assert.same({ services = 258, actions = 15210, pairs = 136028, codes = 11866 }, count)
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

  -- The facts as they were compiled: one tab-separated line for each action, "-" for nothing. Of its fields the second
  -- has the parameters, the last two the event stream and the codes; those between them are about paging.
  local function facts_of(service)
    local lines = {}
    local function field(value) return value and value ~= "" and value or "-" end
    for _, action in ipairs(service.actions) do
      table.insert(lines, table.concat({
        action.name, tostring(action.client_token), tostring(action.dry_run), action.sse and "sse" or "-",
        field(table.concat(action.codes, " ")),
      }, "\t") .. "\n")
    end
    return table.concat(lines)
  end

  local function facts_in(text)
    return (text:gsub("([^\n]*)\n", function(line)
      local name, parameters, sse, codes = line:match "^(%S+)\t(%S+)\t%S+\t%S+\t%S+\t(%S+)\t(.*)$"
      local has = "," .. parameters .. ","
      return table.concat({ name, tostring(has:find(",ClientToken,", 1, true) ~= nil),
        tostring(has:find(",DryRun,", 1, true) ~= nil), sse, codes }, "\t") .. "\n"
    end))
  end

  it("says the same as the table that it was made from", function()
    local file_count = shell.count_files(FACTS, ".tsv")
    if file_count == 0 then return pending("skipped: there is no folder " .. FACTS) end
    assert.equal(#services, file_count)
    for _, service in ipairs(services) do
      local path = ("%s/%s-%s.tsv"):format(FACTS, service.service, service.version)
      if facts_of(service) ~= facts_in(read_text(path)) then error(path .. " differs") end
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
          name = "ListTrees", client_token = true, dry_run = true, sse = true,
          codes = { "InternalError", "LimitExceeded", "LimitExceeded.TooMany", "ResourceNotFound.Orchard.Closed" },
        },
        { name = "WaterTree", client_token = false, dry_run = true, sse = false, codes = {} },
      },
    }, reader.read_text([[
# orchard 2025-01-02
ListTrees client_token dry_run sse
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

describe("script/update-catalog", function()
  local OLD = {
    ["orchard-2025-01-02.txt"] = [[
# orchard 2025-01-02
FellTree
  FailedOperation: - TreeTooBig
ListTrees dry_run sse
  FailedOperation: -
  LimitExceeded: TooManyTrees
WaterTree
]],
    ["teapot-2020-01-01.txt"] = [[
# teapot 2020-01-01
Pour
  InternalError: -
]],
  }
  local REPORT = [[
+ kettle 2024-06-07 (actions: 2, codes: 3)
~ orchard 2025-01-02
  - FellTree (codes: 2)
  ~ ListTrees
    ~ dry_run: yes -> no
    ~ sse: yes -> no
    - FailedOperation
    + InternalError
  + PlantTree (codes: 3)
- teapot 2020-01-01 (actions: 1, codes: 1)
codes of the whole catalog
  - FailedOperation
  + FailedOperation.NeverBoils
  - FailedOperation.TreeTooBig
  + InvalidParameter
  + InvalidParameter.Tree.Unknown
  + ResourceInsufficient.SoilDry

services:       1 added, 1 removed, 1 changed
actions:        3 added, 2 removed, 1 changed
declared codes: 7 added, 4 removed
distinct codes: 4 added, 2 removed
exit 0
]]
  local folder

  before_each(function()
    folder = os.tmpname()
    os.remove(folder)
    folder = folder .. "-catalog"
    run("mkdir " .. folder)
    for name, text in pairs(OLD) do write_text(folder .. "/" .. name, text) end
  end)
  after_each(function() run("rm -r " .. folder) end)

  local function update(arguments) return run("script/update-catalog --catalog " .. folder .. " " .. arguments) end
  local function listing() return run("ls " .. folder) end

  it("prints what changed and writes the files", function()
    assert.equal(REPORT, update(CHECKOUT))
    assert.equal("kettle-2024-06-07.txt\norchard-2025-01-02.txt\nexit 0\n", listing())
    assert.equal(NEW_KETTLE, read_text(folder .. "/kettle-2024-06-07.txt"))
    assert.equal(NEW_ORCHARD, read_text(folder .. "/orchard-2025-01-02.txt"))
  end)

  it("changes nothing the second time", function()
    update(CHECKOUT)
    assert.equal("Nothing changed.\nexit 0\n", update(CHECKOUT))
  end)

  it("writes nothing on a dry run", function()
    assert.equal(REPORT, update("--dry-run " .. CHECKOUT))
    assert.equal("orchard-2025-01-02.txt\nteapot-2020-01-01.txt\nexit 0\n", listing())
    for name, text in pairs(OLD) do assert.equal(text, read_text(folder .. "/" .. name)) end
  end)

  it("says the same under every Lua, from every folder", function()
    local arguments = " --dry-run --catalog " .. folder .. " "
    for _, lua in ipairs { "lua5.1", "luajit", "lua5.3", "lua5.4", "lua5.5" } do
      if run("command -v " .. lua):find "exit 0" then
        assert.equal(REPORT, run(lua .. " catalog/update.lua" .. arguments .. CHECKOUT))
        assert.equal(REPORT, run("cd catalog && " .. lua .. " update.lua" .. arguments .. "../" .. CHECKOUT))
      end
    end
    assert.equal(REPORT, run("cd spec && ../script/update-catalog" .. arguments .. "fixtures/go-sdk"))
  end)

  it("names the actions whose fields say more than their verb, and that nobody reviewed", function()
    local grown = folder .. "/sdk"
    run("cp -r " .. CHECKOUT .. " " .. grown)
    for _, file in ipairs { "client.go", "models.go" } do
      local path = grown .. "/tencentcloud/orchard/v20250102/" .. file
      local text = read_text(path):gsub("ListTrees", "DescribeTreeReport")
      write_text(path, (text:gsub('TreeSet %[%]%*Tree `json:"TreeSet', 'ReportJobId *string `json:"ReportJobId')))
    end
    local output = update("--dry-run " .. grown)
    local review = "\n\nTo review: do these actions only read?\n" ..
      "  orchard.DescribeTreeReport: the answer names a task that the request does not: ReportJobId\nexit 0"
    assert.truthy(output:find(review, 1, true), output)
  end)

  it("exits with 1 and leaves the files alone when the folder is not a checkout", function()
    assert.truthy(update("no/such/folder"):find("no/such/folder: no tencentcloud.*exit 1"))
    assert.equal("orchard-2025-01-02.txt\nteapot-2020-01-01.txt\nexit 0\n", listing())
  end)

  it("exits with 1 and leaves the files alone when an action's struct is missing", function()
    local broken = folder .. "/sdk"
    run("cp -r " .. CHECKOUT .. " " .. broken)
    write_text(broken .. "/tencentcloud/orchard/v20250102/models.go", "package v20250102\n")
    assert.truthy(update(broken):find("orchard/v20250102: the method or a struct of action ListTrees.*exit 1"))
    assert.equal(OLD["orchard-2025-01-02.txt"], read_text(folder .. "/orchard-2025-01-02.txt"))
  end)

  it("exits with 1 and names the line when a file of the catalog is malformed", function()
    write_text(folder .. "/teapot-2020-01-01.txt", "# teapot 2020-01-01\nPour tea\n")
    assert.truthy(update(CHECKOUT):find("teapot%-2020%-01%-01%.txt:2: .*exit 1"))
  end)

  it("exits with 1 when a file's name is not that of its header", function()
    run(("mv %s/teapot-2020-01-01.txt %s/teapot-2021-01-01.txt"):format(folder, folder))
    assert.truthy(update(CHECKOUT):find("teapot%-2021%-01%-01%.txt:1: .*exit 1"))
  end)

  for _, arguments in ipairs { "", "--dry-run", "--catalog", "--unknown " .. CHECKOUT, CHECKOUT .. " another" } do
    it(("exits with 2 and prints its usage for '%s'"):format(arguments), function()
      assert.truthy(run("script/update-catalog " .. arguments):find "^usage: .*exit 2\n$")
    end)
  end

  it("prints its usage when asked", function()
    assert.truthy(run("script/update-catalog --help"):find "^usage: .*exit 0\n$")
  end)
end)
