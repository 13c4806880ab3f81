-- What `make install` puts, where, for whom, and what `make uninstall` leaves.

local read = require "spec.support.read"
local shell = require "spec.support.shell"

local version = jit and "luajit" or _VERSION:match "%d%.%d"
local build = package.cpath:match "^(.-)/%?%.so"

-- Runs make, with what is given as its words, and this Lua's build.
local function make(before, words)
  local output, code = shell.run(("%s make --no-print-directory LUA_VERSION=%s LUA=%s BUILD=%s %s"):format(
    before, version, shell.quote(shell.interpreter()), shell.quote(build), words))
  assert(code == 0, output)
  return output
end

local function files_below(folder)
  local files = {}
  for path in shell.run("cd " .. shell.quote(folder) .. " && find . -type f"):gmatch "%./([^\n]+)" do
    files[path] = true
  end
  return files
end

describe("make install", function()
  local place

  before_each(function()
    place = shell.run "cd \"$(mktemp -d)\" && pwd -P":match "%S+"
  end)

  after_each(function()
    shell.run("rm -rf " .. shell.quote(place))
  end)

  it("installs all below DESTDIR, readable by everyone whatever the umask, and uninstall removes it", function()
    local where = ("DESTDIR=%s PREFIX=/opt/tc"):format(shell.quote(place))
    make("umask 077;", "install " .. where)
    local files = files_below(place)
    local abi = _VERSION:match "%d%.%d"
    for _, path in ipairs {
      "lib/lua/" .. abi .. "/tencentcloud/core.so",
      "share/lua/" .. abi .. "/tencentcloud/init.lua",
      "share/lua/" .. abi .. "/tencentcloud/cli/explain.lua",
      "bin/tcerr",
      "share/man/man1/tcerr.1",
      "share/bash-completion/completions/tcerr",
      "share/zsh/site-functions/_tcerr",
      "share/fish/vendor_completions.d/tcerr.fish",
      "share/doc/tencentcloud/LICENSE",
      "share/doc/tencentcloud/README.md",
      "share/doc/tencentcloud/docs/rules.md",
      "share/tencentcloud/library/tencentcloud.lua",
      "share/tencentcloud/library/tencentcloud/core.lua",
    } do
      assert(files["opt/tc/" .. path], path .. " was not installed")
    end
    local closed = "find %s -mindepth 1 \\( -type f ! -perm -444 -o -type d ! -perm -555 \\)"
    assert.equal("", (shell.run(closed:format(shell.quote(place)))))
    local programs = "find %s -type f -perm -111"
    assert.equal(2, select(2, shell.run(programs:format(shell.quote(place))):gsub("\n", "")))

    make("", "uninstall " .. where)
    assert.same({}, files_below(place))
    assert.equal("", (shell.run("find " .. shell.quote(place) .. " -mindepth 1 -name '*tencentcloud*'")))
  end)

  it("leaves the modes of folders that are there, and the files of others", function()
    local lua_folder = ("%s/share/lua/%s/tencentcloud"):format(place, _VERSION:match "%d%.%d")
    shell.run(("mkdir -p %s && chmod 775 %s && touch %s/other.lua"):format(
      shell.quote(lua_folder), shell.quote(place), shell.quote(lua_folder)))
    make("", "install PREFIX=" .. shell.quote(place))
    assert.equal("", (shell.run(("find %s -prune ! -perm 775"):format(shell.quote(place)))))
    make("", "uninstall PREFIX=" .. shell.quote(place))
    local files = files_below(lua_folder)
    assert.same({ ["other.lua"] = true }, files)
  end)

  it("installs a command that starts from anywhere, with this Lua and what was installed", function()
    make("", "install PREFIX=" .. shell.quote(place))
    local output, code = shell.run(("cd / && %s/bin/tcerr explain DryRunOperation"):format(shell.quote(place)))
    assert.matches("^DryRunOperation\n", output)
    assert.equal(0, code)
    local first = shell.run(("head -n 1 %s/bin/tcerr"):format(shell.quote(place)))
    assert.matches("^#!/.*" .. shell.interpreter():match "[^/]*$":gsub("%p", "%%%0") .. "\n$", first)
  end)

  it("puts the module into a skynet for the Lua of that one, and takes it away again", function()
    local skynets = {}
    for _, lua in ipairs { "5.4", "5.3" } do
      local headers = shell.run("script/find-lua --headers " .. lua):match "%S+"
      if not headers then return pending("no headers of Lua " .. lua .. " here") end
      skynets[lua] = place .. "/skynet" .. lua
      shell.run(("mkdir -p %s/3rd %s/lualib && touch %s/lualib/skynet.lua && ln -s %s %s/3rd/lua"):format(
        skynets[lua], skynets[lua], skynets[lua], headers, skynets[lua]))
    end
    local function make_for(lua, target)
      local output, code = shell.run(("env -i PATH=\"$PATH\" make -j2 CFLAGS=-O0 LUA=%s BUILD=%s %s SKYNET=%s"):format(
        shell.quote(shell.interpreter()), place .. "/build", target, skynets[lua]))
      assert(code == 0, output)
    end
    for _, lua in ipairs { "5.4", "5.3", "5.4" } do
      make_for(lua, "install-module")
      assert.matches("was built for Lua " .. lua, read(skynets[lua] .. "/luaclib/tencentcloud/core.so"), 1, true)
      assert.truthy(files_below(skynets[lua])["lualib/tencentcloud/init.lua"])
    end
    make_for("5.4", "uninstall-module")
    assert.same({ ["lualib/skynet.lua"] = true }, files_below(skynets["5.4"]))
    assert.equal(0, select(2, shell.run(("! ls -d %s/*/tencentcloud"):format(skynets["5.4"]))))
    assert.truthy(files_below(skynets["5.3"])["luaclib/tencentcloud/core.so"])
  end)

  it("refuses to touch with SKYNET what is not in there", function()
    for _, target in ipairs { "install", "install-command", "uninstall" } do
      local output, code = shell.run(("MAKEFLAGS= make %s SKYNET=/none DESTDIR=%s"):format(target, shell.quote(place)))
      assert.matches("with SKYNET there are `make install-module` and `make uninstall-module`", output, 1, true)
      assert.not_equal(0, code)
    end
  end)

  it("lets uninstall-module leave the command and the documentation", function()
    local where = ("DESTDIR=%s PREFIX=/opt/tc"):format(shell.quote(place))
    make("", "install " .. where)
    local before = files_below(place)
    make("", "uninstall-module " .. where)
    local after, gone = files_below(place), 0
    for path in pairs(before) do
      local is_module = path:find("^opt/tc/lib/lua/") or path:find("^opt/tc/share/lua/")
      assert.equal(not is_module, after[path] or false, path)
      if is_module then gone = gone + 1 end
    end
    assert.is_true(gone > 50)
  end)

  it("takes an OpenResty in a folder of its own", function()
    local interpreter, missing = shell.run "script/find-lua luajit"
    local headers, no_headers = shell.run "script/find-lua --headers luajit"
    if missing + no_headers > 0 then return pending "no LuaJIT with its headers here" end
    local openresty = place .. "/openresty"
    shell.run(("d=%s/luajit && mkdir -p $d/bin $d/include && ln -s %s $d/bin/luajit && ln -s %s $d/include/luajit-2.1")
      :format(shell.quote(openresty), interpreter:match "%S+", headers:match "%S+"))
    local output, code = shell.run(("env -i PATH=\"$PATH\" make install -j2 CFLAGS=-O0 OPENRESTY=%s BUILD=%s")
      :format(shell.quote(openresty), shell.quote(place .. "/build")))
    assert(code == 0, output)
    local files = files_below(openresty)
    assert(files["site/lualib/tencentcloud/core.so"] and files["site/lualib/tencentcloud/init.lua"])
    local command = read(openresty .. "/bin/tcerr")
    assert.matches(("#!%s/luajit/bin/luajit\n"):format(openresty), command, 1, true)
    assert.matches((";%s/lualib/?.so;"):format(openresty), command, 1, true)
    -- It starts: with its version, or with what it misses where there is no argparse for LuaJIT.
    assert.matches("^tcerr", (shell.run(("env -i %s/bin/tcerr --version"):format(openresty))))
  end)
end)

describe("make", function()
  it("says what to set where it has no headers", function()
    local output, code = shell.run "MAKEFLAGS= make LUA_VERSION=5.4 LUA_INCDIR=/none BUILD=/none/build"
    assert.matches("no lua.h of lua5.4 in /none: install its headers", output, 1, true)
    assert.matches("or set LUA_INCDIR to their folder", output, 1, true)
    assert.not_equal(0, code)
  end)

  it("builds again where the headers are others, older ones too", function()
    local place = shell.run "cd \"$(mktemp -d)\" && pwd -P":match "%S+"
    finally(function() shell.run("rm -rf " .. place) end)
    local headers = shell.run(("script/find-lua --headers %s %s"):format(version, shell.quote(shell.interpreter())))
    if headers == "" then return pending "no headers of this Lua here" end
    shell.run(("mkdir %s/same %s/other && cp -p %s/*.h %s/same && cp -p %s/*.h %s/other"):format(place, place,
      headers:match "%S+", place, headers:match "%S+", place))
    shell.run(("echo '/* other */' >>%s/other/luaconf.h && touch -r %s/same/luaconf.h %s/other/luaconf.h"):format(
      place, place, place))
    local object = place .. "/build/lua/built_for.o"
    local function makes(folder)
      local output, code = shell.run(("MAKEFLAGS= make %s LUA_VERSION=%s LUA=%s BUILD=%s LUA_INCDIR=%s"):format(
        object, version, shell.quote(shell.interpreter()), place .. "/build", place .. "/" .. folder))
      assert(code == 0, output)
      return output:find(" -c ", 1, true) ~= nil
    end
    local made = {}
    for _, folder in ipairs { "same", "same", "other", "other", "same" } do table.insert(made, makes(folder)) end
    assert.same({ true, false, true, false, true }, made)
  end)

  it("lists in its help what it makes", function()
    local help = shell.run "MAKEFLAGS= make help"
    for _, target in ipairs { "spec", "check", "install", "uninstall", "dist", "clean" } do
      assert.matches("\nmake " .. target .. " +%l", help)
    end
  end)
end)
