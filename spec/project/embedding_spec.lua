-- The module inside a C program, as docs/embedding.md tells it: what `make static` makes, and the host of
-- examples/embedding, built for the Lua that runs the specs.

local missing = require "spec.support.missing"
local pages = require "spec.support.pages"
local shell = require "spec.support.shell"

local version = jit and "luajit" or _VERSION:match "%d%.%d"
local name = jit and "luajit" or "lua" .. version

local STRICT = "-std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Wconversion -Wshadow "
  .. "-Wstrict-prototypes -Werror"
local NO_ALLOCATOR = "this LuaJIT takes no allocator of a program's own"

local no_tools = missing { commands = { "cc", "make", "nm", "objcopy", "objdump", "pkg-config" } }
if not no_tools and select(2, shell.run("pkg-config --exists " .. name)) ~= 0 then
  no_tools = "no library of " .. name .. " to link with here"
end

local function must(command)
  local output, code = shell.run(command)
  assert(code == 0, command .. "\n" .. output)
  return output
end

-- Builds the archive with those flags into a folder of its own; gives its path.
local function make_static(folder, flags)
  must(("MAKEFLAGS= make -s -j2 static LUA_VERSION=%s LUA=%s BUILD=%s CFLAGS='%s'"):format(version,
    shell.quote(shell.interpreter()), folder, flags))
  return folder .. "/libtencentcloud.a"
end

local function headers()
  return must(("script/find-lua --headers %s %s"):format(version, shell.quote(shell.interpreter()))):match "%S+"
end

-- What the linker needs for a Lua, and the folder of its headers; nil where one of them is not here.
local function library_of(running)
  local package_name = running == "luajit" and "luajit" or "lua" .. running
  local folder = shell.run("script/find-lua --headers " .. running):match "%S+"
  local libraries, code = shell.run("pkg-config --libs " .. package_name)
  if folder and code == 0 then return libraries:gsub("\n", ""), folder end
  -- Built from source, it has no package.
  local built = shell.run(("ls '%s'/../lib/liblua*.a"):format(folder or "/none")):match "^/[^\n]*%.a"
  if built then return built .. " -ldl", folder end
end

-- A checkout whose files are this one's, all but what is built there; links to them.
local function make_checkout(folder)
  must(("rm -rf %s && mkdir -p %s/build && cp -Rp build/generated %s/build"):format(folder, folder, folder))
  must(("ln -s \"$PWD\"/[!b]* \"$PWD\"/b[!u]* %s"):format(folder))
end

-- Compiles a program in C with the archive; gives what the compiler said.
local function compile(program, source, archive, flags)
  return must(("cc %s %s -I%s -o %s %s %s $(pkg-config --libs %s) -lpthread -lm"):format(STRICT, flags or "", headers(),
    program, source, archive, name))
end

local function write(path, text)
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
  return path
end

describe("the static library", function()
  if no_tools then return pending(no_tools) end
  local place, archive

  setup(function()
    place = must 'cd "$(mktemp -d)" && pwd -P':match "%S+"
    archive = make_static(place .. "/build", "-O1")
  end)

  teardown(function()
    shell.run("rm -rf " .. shell.quote(place))
  end)

  it("has two names to link with, and so has the module one", function()
    local seen = {}
    for symbol in must("nm --defined-only --extern-only " .. archive):gmatch "%x+ %u ([%w_]+)" do
      table.insert(seen, symbol)
    end
    table.sort(seen)
    assert.same({ "luaopen_tencentcloud_core", "tencentcloud_preload" }, seen)
    must(("MAKEFLAGS= make -s LUA_VERSION=%s LUA=%s BUILD=%s/build CFLAGS=-O1"):format(version,
      shell.quote(shell.interpreter()), place))
    local exported = must("nm -D --defined-only " .. place .. "/build/tencentcloud/core.so")
    assert.matches("^%x+ T luaopen_tencentcloud_core\n*$", exported)
  end)

  -- What is constant but holds addresses is in .data.rel.ro: the loader fills it in, and nobody writes it afterwards.
  it("holds nothing that can change", function()
    local sections = 0
    for section, size in must(("objdump -h %s"):format(archive)):gmatch "%d+ (%.[%w_.]+) +(%x+)" do
      if section:find "^%.t?data" or section:find "^%.t?bss" then
        sections = sections + 1
        assert(section:find "^%.data%.rel%.ro" or tonumber(size, 16) == 0, section .. " has " .. size .. " bytes")
      end
    end
    assert.is_true(sections >= 4)
    assert.not_matches("%x+ C ", must("nm " .. archive))
  end)

  describe("in a host", function()
    local host

    setup(function()
      host = place .. "/host"
      compile(host, "examples/embedding/host.c", archive)
    end)

    -- The thread's lines; and a reason to skip, for a LuaJIT that takes no allocator.
    local function run(script, threads, mebibytes)
      local words = ("%s %s %d %d"):format(host, shell.quote(script), threads, mebibytes)
      local output, code = shell.run("cd / && env -i " .. words)
      return output, code, jit and output:find "no Lua state" and NO_ALLOCATOR or nil
    end

    local function run_text(text, mebibytes)
      return run(write(place .. "/script.lua", text), 1, mebibytes or 16)
    end

    it("serves a Lua state in each of four threads", function()
      local script = must "pwd":match "[^\n]+" .. "/examples/embedding/worker.lua"
      local output, code, reason = run(script, 4, 16)
      if reason then return pending(reason) end
      local line = "thread %d: 5000 ok, 2500 retry, 2500 fail (0 bytes left)\n"
      assert.equal(line:format(1) .. line:format(2) .. line:format(3) .. line:format(4), output)
      assert.equal(0, code)
    end)

    it("has every Lua file but those of the command", function()
      local modules = {}
      for path in must "find lua -name '*.lua' ! -path '*/cli/*'":gmatch "lua/(%S+)%.lua" do
        table.insert(modules, ("%q"):format(path:gsub("/init$", ""):gsub("/", ".")))
      end
      assert.is_true(#modules > 50)
      local output, _, reason = run_text(([[
        package.path, package.cpath = "", ""
        for _, name in ipairs { %s } do
          local loaded, problem = pcall(require, name)
          if not loaded then return problem end
        end
        return "all " .. type(io) .. type(os) .. type(debug)
      ]]):format(table.concat(modules, ", ")))
      if reason then return pending(reason) end
      assert.equal("thread 1: all nilnilnil (0 bytes left)\n", output)
    end)

    it("names the program's lines, and the module's own files", function()
      local output, code, reason = run_text [[
        local tc = require "tencentcloud"
        local _, wrong = pcall(tc.parse, nil)
        local loaded, problem = pcall(require("tencentcloud.merge"), nil, 1)
        return tostring(wrong) .. "; " .. tostring(problem)
      ]]
      if reason then return pending(reason) end
      assert.matches("bad argument #1 to '[^']*' %(body: string expected, got nil%)", output)
      assert.matches("tencentcloud/merge.lua:%d+:", output)
      assert.equal(0, code)
    end)

    it("turns too little memory into Lua's error, and gives all of it back", function()
      local output, code, reason = run_text([=[
        local tc = require "tencentcloud"
        local kept, body = {}, '{"Response":{"List":[' .. ("[1],"):rep(10000) .. '[1]],"RequestId":"r"}}'
        while true do
          local res = assert(tc.parse(body .. (" "):rep(#kept)))
          kept[#kept + 1] = { res, res.List[1], res:totable() }
        end
      ]=], 8)
      if reason then return pending(reason) end
      assert.equal("thread 1: not enough memory (0 bytes left)\n", output)
      assert.equal(1, code)
    end)

    it("goes on after a memory error that the script caught", function()
      local output, code, reason = run_text([[
        local tc = require "tencentcloud"
        local caught, problem = pcall(function()
          local kept = {}
          while true do kept[#kept + 1] = tc.parse('{"Response":{"RequestId":"' .. #kept .. '"}}') end
        end)
        collectgarbage()
        local res = tc.parse '{"Response":{"RequestId":"r"}}'
        return tostring(caught) .. " " .. tostring(problem) .. " " .. res.request_id
      ]], 4)
      if reason then return pending(reason) end
      assert.equal("thread 1: false not enough memory r (0 bytes left)\n", output)
      assert.equal(0, code)
    end)
  end)

  it("is used as docs/embedding.md writes it", function()
    local blocks = pages.blocks("docs/embedding.md", "c")
    assert.is_true(#blocks > 0)
    for _, block in ipairs(blocks) do
      local source = write(place .. "/page.c", block.code .. "\n")
      compile(place .. "/page", source, archive)
      local output, code = shell.run(place .. "/page")
      local printed = {}
      for text in block.code:gmatch "%-%->%s([^\n]-)%s*%*/" do table.insert(printed, text) end
      assert.equal(table.concat(printed, "\n") .. "\n", output)
      assert.equal(0, code)
    end
  end)

  for _, running in ipairs { "5.1", "luajit", "5.3", "5.4", "5.5" } do
    if running:gsub("luajit", "5.1") ~= _VERSION:match "%d%.%d" then
      it("is refused with words where a program is linked with Lua " .. running, function()
        local libraries, folder = library_of(running)
        if not libraries then return pending("no library of Lua " .. running .. " with its headers here") end
        local source = write(place .. "/other.c", pages.blocks("docs/embedding.md", "c")[1].code .. "\n")
        must(("cc -I%s -o %s/other %s %s %s -lm"):format(folder, place, source, archive, libraries))
        local output, code = shell.run(place .. "/other")
        assert.matches(("^libtencentcloud%%.a was built for Lua %s[%%a ]*, and this is %s: build it with the headers "
          .. "of this Lua %%(make static LUA_INCDIR=%%.%%.%%.%%)\n$"):format(_VERSION:match "%d%.%d",
          running == "luajit" and "LuaJIT" or "Lua " .. running), output)
        assert.equal(1, code)
      end)
    end
  end

  for _, page in ipairs { "docs/embedding.md", "docs/embedding.zh-CN.md" } do
    it("is built by the lines of " .. page .. ", as they are", function()
      local block = pages.blocks(page, "sh")[1].code
      local include = block:match "LUA_INCDIR=(%S+)"
      if version ~= "5.4" or select(2, shell.run("ls " .. include .. "/lua.h")) ~= 0 then
        return pending("no Lua 5.4 here whose headers are in " .. include)
      end
      local checkout = place .. "/checkout"
      make_checkout(checkout)
      write(checkout .. "/main.c", pages.blocks(page, "c")[1].code .. "\n")
      must(("cd %s && unset LUA_INCDIR BUILD && MAKEFLAGS=-j2 CFLAGS=-O0 sh -ec %s"):format(checkout,
        shell.quote(block)))
      assert.equal("throttle\n", (shell.run(checkout .. "/a.out")))
    end)
  end

  it("has the Lua files that there are, and none that was deleted", function()
    local checkout = place .. "/changing"
    make_checkout(checkout)
    must(("cd %s && rm lua && cp -Rp \"$OLDPWD/lua\" ."):format(checkout))
    local function packs(file)
      must(("cd %s && MAKEFLAGS= make -s build/generated/lua_files.h LUA=%s"):format(checkout,
        shell.quote(shell.interpreter())))
      local _, code = shell.run(("grep -q '\"tencentcloud.%s\"' %s/build/generated/lua_files.h"):format(file, checkout))
      return code == 0
    end
    assert.is_false(packs "added")
    -- As old as the others: what copies files keeps their times.
    must(("cp -p lua/tencentcloud/merge.lua %s/lua/tencentcloud/added.lua"):format(checkout))
    assert.is_true(packs "added")
    must(("rm %s/lua/tencentcloud/added.lua"):format(checkout))
    assert.is_false(packs "added")
  end)

  it("has no race between states in threads, as ThreadSanitizer sees it", function()
    local probe = write(place .. "/probe.c", "int main(void) { return 0; }\n")
    if select(2, shell.run(("cc -fsanitize=thread -o %s/probe %s && %s/probe"):format(place, probe, place))) ~= 0 then
      return pending "no ThreadSanitizer here"
    end
    local watched = make_static(place .. "/watched", "-O1 -g -fsanitize=thread")
    compile(place .. "/watched/host", "examples/embedding/host.c", watched, "-g -fsanitize=thread")
    -- No other C module: the loader's own memory, which nobody watches, looks like a race.
    local output, code = shell.run("LUA_CPATH=/none " .. place .. "/watched/host examples/embedding/worker.lua 4 64")
    if jit and output:find "no Lua state" then return pending(NO_ALLOCATOR) end
    assert.not_matches("ThreadSanitizer", output, 1, true)
    assert.equal(0, code)
  end)
end)
