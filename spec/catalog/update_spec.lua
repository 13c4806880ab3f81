-- script/update-catalog, on a small project of its own, with made-up checkouts of all four sources.
package.path = "./?.lua;" .. package.path
local checkouts = require "spec.support.checkouts"
local read = require "spec.support.read"
local shell = require "spec.support.shell"

local PAGES = "README.md README.zh-CN.md catalog/README.md docs/api.md docs/registry.md docs/registry.zh-CN.md "
  .. "docs/tcerr.md"

local OLD = {
  { "orchard", "2025-01-02", mainland = {
    { "DescribeTrees", input = "Offset:int64 Limit:int64", output = "TotalCount:int64 TreeSet:[string]",
      codes = { "InternalError" } },
    { "FellTree", input = "TreeId:string ClientToken:string",
      codes = { "FailedOperation.TreeTooBig", "InternalError" } },
  }, international = {
    { "DescribeTrees", input = "Offset:int64 Limit:int64", output = "TotalCount:int64 TreeSet:[string]",
      codes = { "InternalError.Abroad" } },
  } },
  { "teapot", "2020-01-01", mainland = { { "Pour", codes = { "InternalError" } } },
    international = { { "PourAbroad", codes = { "InternalError" } } } },
}

local NEW = {
  { "orchard", "2025-01-02", mainland = {
    { "DescribeTrees", input = "Offset:int64 Limit:int64", output = "TotalCount:int64 TreeSet:[string]",
      codes = { "InternalError" }, status = "deprecated" },
    { "GraftTree", input = "TreeId:string DryRun:bool", sse = true,
      codes = { "ResourceNotFound.TreeNotExist", "MissingParameter." } },
    { "DescribeTreeReport", input = "TreeId:string", output = "ReportJobId:string" },
  }, international = {
    { "DescribeTrees", input = "Offset:int64 Limit:int64", output = "TotalCount:int64 TreeSet:[string]",
      codes = { "InternalError.Abroad" } },
    { "DescribeSeeds", input = "Offset:int64 Limit:int64", output = "SeedSet:[string]" },
  } },
  { "teapot", "2020-01-01", mainland = { { "Pour", codes = { "InternalError" } } },
    international = { { "PourAbroad", codes = { "InternalError" } } } },
}

local REPORT = [[
orchard 2025-01-02           actions +3 -1 ~1, declared codes +1 -2

services:       0 added, 0 removed, 1 changed
actions:        3 added, 1 removed, 1 changed
declared codes: 1 added, 2 removed
distinct codes: 1 added, 1 removed
paging:         1 added, 0 removed, 0 changed
status:         1 changed

Left out: codes that end with a dot
  MissingParameter.

Retired: codes that no action declares any more
  FailedOperation.TreeTooBig

To judge: codes that are new to the whole catalog
  ResourceNotFound.TreeNotExist: not_found, retry no, executed no; words: not exist
      orchard.GraftTree

To review: verbs that no action had before; theirs count as actions that do more than read
  Graft: orchard.GraftTree

To review: do these actions only read?
  orchard.DescribeTreeReport: the answer names a task that the request does not: ReportJobId
]]

local ORCHARD = [[
# orchard 2025-01-02
DescribeSeeds international
DescribeTreeReport mainland
DescribeTrees deprecated
  InternalError: - Abroad
GraftTree dry_run sse mainland
  ResourceNotFound: TreeNotExist
]]

local RETIRED = [[
# codes
  FailedOperation: TreeTooBig
# orchard 2025-01-02
FellTree client_token mainland
  FailedOperation: TreeTooBig
  InternalError: -
]]

-- One Lua runs all examples, for each starts the command several times; one of them starts it with every Lua.
if _VERSION ~= "Lua 5.4" then
  describe("script/update-catalog", function()
    it("is shown where the specs run under Lua 5.4", function() pending("this is " .. _VERSION) end)
  end)
  return
end

describe("script/update-catalog", function()
  local folder, project, old, new

  -- Runs the command; gives its output and its exit code.
  local function update_undated(words, lua)
    return shell.run(("%s --project %s %s"):format(lua or "script/update-catalog", project, words))
  end

  -- The same with a date, which words may name another.
  local function update(words, lua) return update_undated("--date 2026-01-02 " .. words, lua) end

  -- All that the project holds, for comparing.
  local function state() return (shell.run("cd " .. project .. " && find . -type f | sort | xargs cksum")) end

  before_each(function()
    folder = os.tmpname()
    os.remove(folder)
    project = folder .. "/project"
    shell.run(("mkdir -p %s/catalog/services %s/docs && for page in %s; do cp $page %s/$page; done"):format(project,
      project, PAGES, project))
    shell.run(("echo '# codes' >%s/catalog/retired.txt && head -n 1 catalog/paging.txt >%s/catalog/paging.txt"):format(
      project, project))
    old = checkouts.all(folder .. "/old", OLD)
    new = checkouts.all(folder .. "/new", NEW)
    local output, code = update(old)
    assert.equal(0, code, output)
  end)
  after_each(function() shell.run("rm -r " .. folder) end)

  it("brings the facts of every source, and says what a person must judge", function()
    local output, code = update("--date 2026-02-03 " .. new)
    assert.equal(0, code)
    assert.equal(REPORT, output:match "^(.-)\nFiles that change")
    assert.equal(ORCHARD, read(project .. "/catalog/services/orchard-2025-01-02.txt"))
    assert.equal(RETIRED, read(project .. "/catalog/retired.txt"))
    local paging = read(project .. "/catalog/paging.txt")
    assert.matches("\norchard@2025-01-02.DescribeSeeds offset=Offset limit=Limit list=SeedSet\n", paging, 1, true)
    assert.matches("orchard@2025-01-02.DescribeTrees offset=Offset limit=Limit total=TotalCount list=TreeSet", paging,
      1, true)
    assert.matches("The catalog is that of 2026-02-03: 2 services, 3 codes.", read(project .. "/README.md"), 1, true)
  end)

  it("makes the same bytes of the same checkouts, in any order and under every Lua", function()
    update(new)
    local after = state()
    assert.not_equal("", after)
    local output, again = update("--dry-run " .. new)
    assert.equal(0, again)
    assert.matches("^Nothing changed.\n", output)
    output = update("--dry-run --date 2026-03-04 " .. new)
    assert.matches("^No service, action, code or paging changed.\n.*\nFiles that change: 3\n", output)
    update(new:gsub("(%S+) (%S+) (%S+) (%S+)", "%4 %2 %1 %3"))
    assert.equal(after, state())
    for _, lua in ipairs { "lua5.1", "luajit", "lua5.3", "lua5.4", "lua5.5" } do
      if select(2, shell.run(lua .. " -e 'require [[cjson]]'")) == 0 then
        local _, code = update("--dry-run " .. new, lua .. " catalog/update.lua")
        assert.equal(0, code, lua)
      end
    end
  end)

  it("writes nothing on a dry run, and exits with 1 where something would change", function()
    local before = state()
    local output, code = update("--dry-run " .. new)
    assert.equal(1, code)
    assert.matches("  " .. project .. "/catalog/retired.txt\n", output, 1, true)
    assert.equal(before, state())
    assert.equal(0, select(2, update("--dry-run " .. old)))
  end)

  it("lists every change when asked", function()
    local output = update("--dry-run --list " .. new)
    assert.matches("  - FellTree (codes: 2)\n", output, 1, true)
    assert.matches("    ~ deprecated: no -> yes\n", output, 1, true)
    assert.matches("\npaging\n  + orchard@2025-01-02.DescribeSeeds\n", output, 1, true)
  end)

  it("takes out of the retired what comes back", function()
    update(new)
    local output = update(old)
    assert.matches("FailedOperation.TreeTooBig: .*; was retired\n", output)
    assert.is_nil(read(project .. "/catalog/retired.txt"):find("FellTree", 1, true))
    assert.matches("GraftTree dry_run sse mainland\n  ResourceNotFound: TreeNotExist\n",
      read(project .. "/catalog/retired.txt"), 1, true)
  end)

  it("loses nothing when it is interrupted between two files", function()
    local services = project .. "/catalog/services/"
    local before = read(services .. "orchard-2025-01-02.txt")
    update(new)
    local after = state()
    -- As if only the retired ones had been written.
    local file = assert(io.open(services .. "orchard-2025-01-02.txt", "wb"))
    file:write(before)
    file:close()
    update(new)
    assert.equal(after, state())
  end)

  local cut = {
    { "a missing site", function() shell.run("rm -r " .. folder .. "/new/go-intl") end,
      function(words) return (words:gsub("%S+go%-intl ", "")) end, "  the Go SDK of the international site\n" },
    { "a missing tool", function() end, function(words) return (words:gsub("%S+cli%-intl", "")) end,
      "  the command-line tool of the international site\n" },
    { "a missing service version", function() shell.run("rm -r " .. folder .. "/new/go/tencentcloud/teapot") end, nil,
      "  teapot-2020-01-01 of the mainland site: it is not in " },
    { "methods that end in the middle", function()
      local path = folder .. "/new/go/tencentcloud/teapot/v20200101/client.go"
      shell.run(("head -c 250 %s >%s.cut && mv %s.cut %s"):format(path, path, path, path))
    end, nil, "teapot/v20200101/client.go: is cut off" },
    { "methods that end between two", function()
      local path = folder .. "/new/go/tencentcloud/orchard/v20250102/client.go"
      local text = read(path)
      local file = assert(io.open(path, "wb"))
      file:write((text:gsub("\nvar newDescribeTreeReport.*$", "")))
      file:close()
    end, nil, "orchard/v20250102/client.go: is cut off: there is no method of action DescribeTreeReport\n" },
    { "structures that end in the middle", function()
      local path = folder .. "/new/go-intl/tencentcloud/orchard/v20250102/models.go"
      shell.run(("head -c 300 %s >%s.cut && mv %s.cut %s"):format(path, path, path, path))
    end, nil, "orchard/v20250102/models.go: is cut off" },
    { "a tool's file that ends in the middle", function()
      local path = folder .. "/new/cli/tccli/services/teapot/v20200101/api.json"
      shell.run(("head -c 100 %s >%s.cut && mv %s.cut %s"):format(path, path, path, path))
    end, nil, "teapot/v20200101/api.json: is cut off, or no JSON: " },
  }
  for _, case in ipairs(cut) do
    it("refuses " .. case[1] .. ", names it, and says what allows it", function()
      local before = state()
      case[2]()
      local words = case[3] and case[3](new) or new
      local output, code = update(words)
      assert.equal(2, code)
      assert.matches("update-catalog: the checkouts are refused, ", output, 1, true)
      assert.matches(case[4], output, 1, true)
      assert.matches("give --partial", output, 1, true)
      assert.equal(before, state())
      output, code = update("--partial " .. words)
      assert.equal(0, code, output)
      local teapot = read(project .. "/catalog/services/teapot-2020-01-01.txt")
      assert.matches("\nPour mainland\n", teapot, 1, true)
      assert.matches("\nPourAbroad international\n", teapot, 1, true)
    end)
  end

  local function write(name, text)
    local file = assert(io.open(("%s/new/%s"):format(folder, name), "wb"))
    file:write(text)
    file:close()
  end

  -- Puts a text into a file of the new checkouts, in place of a Lua pattern; gives what the file had.
  local function edit(name, pattern, replacement)
    local was = read(("%s/new/%s"):format(folder, name))
    local text, count = was:gsub(pattern, replacement)
    assert.is_true(count > 0, pattern)
    write(name, text)
    return was
  end

  local CLIENT, API = "go/tencentcloud/orchard/v20250102/client.go", "cli/tccli/services/orchard/v20250102/api.json"

  -- The update is refused, with each of the texts below the orchard of a checkout.
  local function assert_refused(texts)
    local before = state()
    local output, code = update(new)
    assert.equal(2, code, output)
    for _, text in ipairs(texts) do assert.matches("/orchard/v20250102/" .. text .. "\n", output, 1, true) end
    assert.equal(before, state())
  end

  it("refuses codes and names that the catalog cannot hold, with their lines", function()
    local codes = { "Foo_Bar.Baz", "Foo..Bar", "1Foo.Bar", ".Foo", "Foo.A-B", "Foo Bar", "" }
    local was = edit(CLIENT, '//  RESOURCENOTFOUND_TREENOTEXIST[^\n]*\n', function(line)
      local lines = { line }
      for _, code in ipairs(codes) do table.insert(lines, ('//  X = "%s"\n'):format(code)) end
      return table.concat(lines) .. '//  X = "Foo.Open\n'
    end)
    edit(CLIENT, 'APIVersion, "GraftTree"', 'APIVersion, "1GraftTree"')
    local _, line = was:sub(1, was:find("//  RESOURCENOTFOUND", 1, true)):gsub("\n", "")
    local texts = {}
    for position, code in ipairs(codes) do
      texts[position] = ('client.go:%d: not an error code: "%s"'):format(line + 1 + position, code)
    end
    table.insert(texts, ('client.go:%d: not an error code: "Foo.Open"'):format(line + 2 + #codes))
    table.insert(texts, ('client.go:%d: not the name of an action: "1GraftTree"'):format(line - 3))
    assert_refused(texts)
    write(CLIENT, (was:gsub("2025%-01%-02", "2025")))
    assert_refused { 'client.go: not a service version: "orchard", "2025"' }
  end)

  it("refuses an api.json that is malformed, with its path", function()
    edit(API, '"actions":%b{}', '"actions":[1]')
    assert_refused { "api.json: no actions or no objects in it" }
  end)

  it("says what is malformed in an api.json", function()
    local command_line = require "catalog.command_line"
    local whole = read(("%s/new/%s"):format(folder, API))
    assert(command_line.read_text(whole))
    for _, case in ipairs {
      { '"actions":{', '"actions":{"A":null,', "^action A is no object$" },
      { '"actions":{', '"actions":{"A-B":{},', '^not the name of an action: "A%-B"$' },
      { '"actions":{', '"actions":{"A":{},', "^the request or the answer of A is missing$" },
      { '"status":"deprecated"', '"status":"moved"', "^action DescribeTrees has no known status: moved$" },
      { '"objects":%b{}', '"objects":null', "^no actions or no objects in it$" },
      { '"objects":{', '"objects":{"a":null,', "^object a is malformed$" },
      { '"objects":{', '"objects":{"a":{"members":{"b":1}},', "^object a is malformed$" },
      { '"objects":{', '"objects":{"a":{"members":7},', "^object a is malformed$" },
      { '"members":%[{', '"members":[null,{', "^object %w+ is malformed$" },
      { '"name":"Offset"', '"name":"Off set"', "^object %w+ is malformed$" },
      { '"name":"Offset"', '"name":7', "^object %w+ is malformed$" },
      { '"type":"int"', '"type":null', "^object %w+ is malformed$" },
      { '"2025%-01%-02"', "null", "^no service and version in it$" },
      { '"orchard"', '"or chard"', "^no service and version in it$" },
      { "^.*$", "null", "^no metadata in it$" },
    } do
      local text, count = whole:gsub(case[1], case[2])
      assert.is_true(count > 0, case[1])
      local schema, reason = command_line.read_text(text)
      assert.is_nil(schema, case[2])
      assert.matches(case[3], reason)
    end
  end)

  it("reads what it is about to write", function()
    local check = require("catalog.update_files").check
    local whole = "# orchard 2025-01-02\nFellTree\n"
    for path, text in pairs {
      ["x/catalog/services/orchard-2025-01-02.txt"] = { whole, whole .. "  Foo_Bar: Baz\n" },
      ["x/catalog/retired.txt"] = { "# codes\n" .. whole, whole },
      ["x/catalog/paging.txt"] = { "# how\n", "# how\norchard.FellTree offset=Off set\n" },
      ["x/README.md"] = { "whatever" },
    } do
      assert.is_true(check { writes = { { path = path, text = text[1] } } })
      if text[2] then
        local done, reason = check { writes = { { path = path, text = text[2] } } }
        assert.is_nil(done)
        assert.matches("what would be written cannot be read: " .. path, reason, 1, true)
      end
    end
  end)

  it("prints its report before it writes", function()
    shell.run("mkdir " .. project .. "/catalog/retired.txt.new") -- where the first file is written
    local before = state()
    local output, code = update(new)
    assert.equal(2, code)
    assert.matches("To judge: .*\nFiles that change: .*\nupdate%-catalog: the update broke off, run it again: ", output)
    assert.equal(before, state())
  end)

  it("retires a service version that is meant to be gone", function()
    shell.run(("rm -r %s/new/*/tencentcloud/teapot %s/new/*/tccli/services/teapot"):format(folder, folder))
    local _, code = update(new)
    assert.equal(2, code)
    _, code = update("--retire teapot-2020-01-01 " .. new)
    assert.equal(0, code)
    assert.is_nil(io.open(project .. "/catalog/services/teapot-2020-01-01.txt"))
    assert.matches("# teapot 2020-01-01\nPour mainland\n", read(project .. "/catalog/retired.txt"), 1, true)
  end)

  it("refuses to retire what is there, or what nobody knows", function()
    local before = state()
    for name, reason in pairs {
      ["teapot-2020-01-01"] = folder .. "/new/go%-intl has it\n",
      ["kettle-2020-01-01"] = "the catalog has no such service version\n",
    } do
      local output, code = update(("--partial --retire %s %s"):format(name, new))
      assert.equal(2, code)
      assert.matches("update%-catalog: %-%-retire " .. name:gsub("%-", "%%-") .. ": " .. reason, output)
    end
    assert.equal(before, state())
  end)

  -- Takes actions out of what the tools of both sites say of the orchard.
  local function take_out(names)
    for _, ending in ipairs { "", "-intl" } do
      local name = ("cli%s/tccli/services/orchard/v20250102/api.json"):format(ending)
      for _, action in ipairs(names) do
        local text = read(folder .. "/new/" .. name)
        write(name, (text:gsub('"' .. action .. '":%b{},?', ""):gsub(",}", "}")))
      end
    end
  end

  it("keeps how actions page that a tool lacks, and names them, where they are few", function()
    take_out { "DescribeTrees", "DescribeSeeds" }
    local output, code = update(new)
    assert.equal(0, code, output)
    assert.matches(("\nLeft as it was: wrong in the checkouts, or not there\n"
      .. "  orchard-2025-01-02 of the mainland site: %s/new/cli lacks 1 of its 3 actions: DescribeTrees\n"
      .. "  orchard-2025-01-02 of the international site: %s/new/cli-intl lacks 2 of its 2 actions: "
      .. "DescribeSeeds, DescribeTrees\n"):format(folder, folder), output, 1, true)
    assert.matches("\norchard@2025-01-02.DescribeTrees ", read(project .. "/catalog/paging.txt"), 1, true)
  end)

  it("refuses a tool that lacks more than a few actions", function()
    local many = { "orchard", "2025-01-02", mainland = {}, international = NEW[1].international }
    for number = 1, 14 do many.mainland[number] = { ("DescribeTree%02d"):format(number) } end
    new = checkouts.all(folder .. "/new", { many, NEW[2] })
    edit("cli/tccli/services/orchard/v20250102/api.json", '"actions":%b{}', '"actions":{}')
    local before = state()
    local output, code = update(new)
    assert.equal(2, code)
    assert.matches("/new/cli lacks 14 of its 14 actions: DescribeTree01, .*, DescribeTree10 and 4 more\n", output)
    assert.equal(before, state())
    output, code = update("--partial " .. new)
    assert.equal(0, code)
    assert.matches("/new/cli lacks 14 of its 14 actions", output, 1, true)
    assert.matches("\norchard@2025-01-02.DescribeTrees ", read(project .. "/catalog/paging.txt"), 1, true)
  end)

  it("takes the date for the pages from the newest commit, or wants one", function()
    local before = state()
    local output, code = update_undated(new)
    assert.equal(2, code)
    assert.matches("update-catalog: no checkout is git's, so nothing says of which day they are: give --date", output,
      1, true)
    assert.equal(before, state())
    assert.equal(1, select(2, update_undated("--dry-run " .. new)))
    for name, date in pairs { go = "2026-05-06", cli = "2026-05-07", ["cli-intl"] = "2026-04-30" } do
      shell.run(("cd %s/new/%s && git init -q && GIT_COMMITTER_DATE=%sT12:00:00Z git -c user.name=n -c user.email=e "
        .. "commit -q --allow-empty -m x"):format(folder, name, date))
    end
    assert.equal(0, select(2, update_undated(new)))
    assert.matches("The catalog is that of 2026-05-07: ", read(project .. "/README.md"), 1, true)
    assert.matches("^Nothing changed.\n", (update_undated(new)))
  end)

  it("refuses a folder that is no checkout, and two of the same source", function()
    local output, code = update("catalog " .. new)
    assert.equal(2, code)
    assert.matches("catalog: neither a Go SDK", output, 1, true)
    output, code = update(new .. " " .. folder .. "/old/go")
    assert.equal(2, code)
    assert.matches("are both the Go SDK of the mainland site", output, 1, true)
    shell.run("rm " .. folder .. "/new/cli/setup.py")
    output = update(new)
    assert.matches("cli is a command%-line tool, but .*setup.py does not say of which site", output)
  end)

  it("names the line of a file of the catalog that is malformed", function()
    local path = project .. "/catalog/services/teapot-2020-01-01.txt"
    shell.run("echo 'Pour tea' >>" .. path)
    local output, code = update(new)
    assert.equal(2, code)
    assert.matches("teapot-2020-01-01.txt:6: ", output, 1, true)
  end)

  for _, words in ipairs { "", "--dry-run", "--project", "--unknown x", "--retire teapot x", "--date today x",
    "--date 2026-99-99 x", "--date 2026-02-30 x" } do
    it(("exits with 2 and prints its usage for '%s'"):format(words), function()
      local output, code = shell.run("script/update-catalog " .. words)
      assert.equal(2, code)
      assert.matches("^usage: ", output)
    end)
  end

  it("prints its usage when asked", function()
    local output, code = shell.run "script/update-catalog --help"
    assert.equal(0, code)
    assert.matches("^usage: ", output)
  end)
end)
