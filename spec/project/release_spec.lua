-- The version and what a release needs are said once; what repeats them agrees.

local read = require "spec.support.read"
local shell = require "spec.support.shell"
local tc = require "tencentcloud"

-- What a rockspec says: a program that sets globals.
local function read_rockspec(text)
  local fields = {}
  if rawget(_G, "setfenv") then
    setfenv(assert(loadstring(text)), fields)()
  else
    assert(load(text, "=rockspec", "t", fields))()
  end
  return fields
end

local function released(words)
  local text, code = shell.run(shell.quote(shell.interpreter()) .. " script/rockspec.lua " .. words)
  assert(code == 0, text)
  return read_rockspec(text)
end

describe("the version", function()
  it("is three numbers", function()
    assert.matches("^%d+%.%d+%.%d+$", tc._VERSION)
  end)

  it("is the newest of the changelog", function()
    local newest
    for heading in read "CHANGELOG.md":gmatch "\n## %[([^%]]+)%]" do
      if heading ~= "Unreleased" then
        newest = heading
        break
      end
    end
    assert.equal(newest, tc._VERSION)
  end)

  it("is that of a release's rockspec", function()
    assert.equal(tc._VERSION .. "-1", released "".version)
  end)
end)

describe("the rockspec", function()
  local paths = shell.run "ls *.rockspec"

  it("is alone in its folder, so that luarocks make takes it", function()
    assert.matches("^[^\n]+%.rockspec\n$", paths)
  end)

  local here = read_rockspec(read(paths:match "%S+"))

  it("takes the Luas that the module compiles for", function()
    assert.equal("lua >= 5.1, < 5.6, ~= 5.2", here.dependencies[1])
  end)

  it("of a release says the same of the project", function()
    local release = released ""
    for _, name in ipairs { "package", "description", "dependencies", "test_dependencies", "test" } do
      assert.same(here[name], release[name])
    end
    assert.same(here.build.install, release.build.install)
    assert.same(here.build.copy_directories, release.build.copy_directories)
  end)

  it("of a release names every file of the module", function()
    local modules = released "".build.modules
    assert.equal("lua/tencentcloud/init.lua", modules.tencentcloud)
    assert.equal("lua/tencentcloud/cli/explain.lua", modules["tencentcloud.cli.explain"])
    local listed = 0
    for name, source in pairs(modules) do
      if name ~= "tencentcloud.core" then
        listed = listed + 1
        read(source)
      end
    end
    local _, count = shell.run "find lua -name '*.lua'":gsub("\n", "")
    assert.equal(count, listed)
    for _, source in ipairs(modules["tencentcloud.core"].sources) do read(source) end
  end)

  it("of a release has an address only where one is given", function()
    local without = released ""
    assert.is_nil(without.description.homepage)
    assert.equal(("tencentcloud-%s.tar.gz"):format(tc._VERSION), without.source.url)
    local with = released "https://forge.example/owner/name https://forge.example/file.tar.gz"
    assert.equal("https://forge.example/owner/name", with.description.homepage)
    assert.equal("https://forge.example/owner/name/issues", with.description.issues_url)
    assert.equal("https://forge.example/file.tar.gz", with.source.url)
  end)
end)
