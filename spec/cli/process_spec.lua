-- bin/tcerr as a process: what only a process has.

local shell = require "spec.support.shell"

describe("bin/tcerr", function()
  it("prints, and ends with the exit code", function()
    local output, code = shell.lua("bin/tcerr", "explain", "DryRunOperation")
    assert.matches("^DryRunOperation\n", output)
    assert.equal(0, code)
    assert.equal(1, select(2, shell.lua("bin/tcerr", "explain", "No.SuchCode")))
    assert.equal(2, select(2, shell.lua("bin/tcerr", "explain", "no code")))
  end)

  it("has no colours in a pipe", function()
    assert.not_matches("\27", shell.lua("bin/tcerr", "explain", "DryRunOperation"), 1, true)
  end)

  it("has colours on a terminal, but not where NO_COLOR is set", function()
    local probe = shell.run "script -qec 'test -t 1 && echo on a terminal' /dev/null"
    if not probe:find("on a terminal", 1, true) then
      return pending("no command here that makes a terminal, as util-linux's `script -qec` does: " .. probe)
    end
    local words = ("NO_COLOR=%%s LUA_PATH=%s LUA_CPATH=%s TERM=xterm %s bin/tcerr explain DryRunOperation"):format(
      shell.quote(package.path), shell.quote(package.cpath), shell.interpreter())
    local on_terminal = "script -qec %s /dev/null"
    assert.matches("^\27%[1mDryRunOperation\27%[0m", (shell.run(on_terminal:format(shell.quote(words:format "")))))
    local plain = shell.run(on_terminal:format(shell.quote(words:format "1")))
    assert.matches("^DryRunOperation", plain)
    assert.not_matches("\27", plain, 1, true)
  end)

  it("reads standard input", function()
    local output, code = shell.lua("bin/tcerr", "check")
    assert.matches("ClientError.EmptyBody", output, 1, true)
    assert.equal(1, code)
  end)

  -- Each command, and each form of its output.
  local COMMANDS = { "explain InternalError", "explain No.SuchCode", "check examples/answers/sms.SendSms.partly.json",
    "search sold", "codes cls.UploadLog", "actions cls", "services", "lint examples/rules/first_draft.lua",
    "coverage examples/rules/upload.lua", "replay examples/rules/upload.lua examples/rules/upload.jsonl" }

  local function run_redirected(words, redirection, before)
    return shell.run(("%sLUA_PATH=%s LUA_CPATH=%s %s bin/tcerr %s %s"):format(before or "", shell.quote(package.path),
      shell.quote(package.cpath), shell.interpreter(), words, redirection))
  end

  for _, words in ipairs(COMMANDS) do
    it("says that the output of " .. words .. " could not be written", function()
      if shell.run "test -c /dev/full && echo yes" ~= "yes\n" then return pending "no /dev/full here" end
      for _, form in ipairs { words, words .. " --json", words .. " --help" } do
        local output, code = run_redirected(form, ">/dev/full")
        assert.same({ "tcerr: the output could not be written: No space left on device\n", 2 }, { output, code })
      end
    end)
  end

  it("says so of an output that is closed", function()
    local output, code = run_redirected("services", ">&-")
    assert.matches("^tcerr: the output could not be written: ", output)
    assert.equal(2, code)
  end)

  it("is quiet where nobody wants to read more", function()
    for _, before in ipairs { "", "trap '' PIPE; " } do -- a process can be told to ignore the signal
      local output = run_redirected("search parameter --all", "| head -n 1", before)
      assert.matches("^ACTIONS [^\n]*CODE\n$", output)
    end
  end)

  it("says that standard input cannot be read", function()
    local output, code = run_redirected("check", "</")
    assert.matches("^tcerr: standard input: ", output)
    assert.equal(2, code)
  end)

  it("wraps to as many columns as COLUMNS says, or the terminal has", function()
    local function longest(text)
      local most = 0
      for line in text:gmatch "[^\r\n]+" do most = math.max(most, #line) end
      return most
    end
    for columns, wanted in pairs { [""] = 80, ["0"] = 80, ["x"] = 80, ["5"] = 40, ["60"] = 60, ["200"] = 200 } do
      local found = longest(run_redirected("explain InternalError --action cvm.RunInstances", "",
        "COLUMNS=" .. columns .. " "))
      assert.is_true(found <= wanted and found > (wanted < 200 and wanted - 16 or 80), columns .. ": " .. found)
    end
    local probe = shell.run "script -qec 'stty cols 60; stty size </dev/tty' /dev/null"
    if not probe:find "%d+ 60" then return pending("no terminal can be made here: " .. probe) end
    local inside = ("stty cols 60; NO_COLOR=1 TERM=xterm LUA_PATH=%s LUA_CPATH=%s %s bin/tcerr explain InternalError")
      :format(shell.quote(package.path), shell.quote(package.cpath), shell.interpreter())
    local found = longest(shell.run("unset COLUMNS; script -qec " .. shell.quote(inside) .. " /dev/null"))
    assert.is_true(found <= 60 and found > 44, found)
  end)

  it("finds the checkout's own module, from any place", function()
    local there = shell.run "pwd":gsub("\n$", "")
    local interpreter = shell.interpreter()
    local output, code = shell.run(("cd / && %s %s explain DryRunOperation"):format(interpreter,
      shell.quote(there .. "/bin/tcerr")))
    assert.matches("^DryRunOperation\n", output)
    assert.equal(0, code)
  end)

  it("says what to install where a module is missing", function()
    local output, code = shell.run(("LUA_PATH=/none/?.lua LUA_CPATH=/none/?.so %s bin/tcerr --help"):format(
      shell.interpreter()))
    assert.matches("tcerr: no Lua module argparse: install Debian's lua-argparse", output, 1, true)
    assert.equal(2, code)
  end)

  describe("started by its name", function()
    -- The sanitized build has an interpreter of its own, which runs files only.
    if shell.run(shell.quote(shell.interpreter()) .. " -e 'io.write(1)'") ~= "1" then
      return pending("this Lua takes no -e, by which the command asks for its version")
    end

    local version = jit and "luajit" or _VERSION:match "%d%.%d"
    local place, checkout

    -- A checkout that is built for this Lua, and a folder for commands.
    before_each(function()
      place = shell.run "cd \"$(mktemp -d)\" && pwd -P":match "%S+"
      checkout = place .. "/checkout"
      shell.run(("mkdir -p %s/build %s/commands && cp -R bin script lua %s"):format(checkout, place, checkout))
      shell.run(("ln -s \"$(cd %s && pwd)\" %s/build/%s"):format(
        shell.quote(package.cpath:match "^(.-)/%?%.so"), checkout, version))
    end)

    after_each(function()
      shell.run("rm -rf " .. shell.quote(place))
    end)

    local function link_command(command, name)
      shell.run(("ln -s \"$(command -v %s)\" %s/commands/%s"):format(shell.quote(command), place, name))
    end

    -- Runs it where `lua` is this Lua, and where there is no other.
    local function run_alone(words)
      for _, name in ipairs { "dirname", "readlink", "tr" } do link_command(name, name) end
      link_command(shell.interpreter(), "lua")
      return shell.run(("PATH=%s/commands %s"):format(place, words))
    end

    it("finds its checkout from another folder, by a link, and by a link to a link", function()
      link_command(shell.interpreter(), jit and "luajit" or "lua" .. version)
      shell.run(("cd %s && ln -s ../checkout/bin/tcerr commands/tcerr && ln -s commands/tcerr again"):format(place))
      for _, name in ipairs { checkout .. "/bin/tcerr", place .. "/again", "tcerr" } do
        local words = "cd / && PATH=%s/commands:$PATH && %s explain DryRunOperation"
        local output, code = shell.run(words:format(place, name))
        assert.matches("^DryRunOperation\n", output)
        assert.equal(0, code)
      end
    end)

    it("takes whatever Lua there is, if it is built for that", function()
      local output, code = run_alone(checkout .. "/bin/tcerr explain DryRunOperation")
      assert.matches("^DryRunOperation\n", output)
      assert.equal(0, code)
    end)

    it("says no more than the module does where that was built for another Lua", function()
      local other
      for _, name in ipairs { "5.4", "5.3", "5.1" } do
        local _, code = shell.run(("make -q build LUA_VERSION=%s BUILD=build/%s"):format(name, name))
        other = other or name ~= _VERSION:match "%d%.%d" and code == 0 and name
      end
      if not other then return pending "build/ has no module for another Lua" end
      shell.run(("ln -sfn \"$PWD/build/%s\" %s/build/%s"):format(other, checkout, version))
      local output, code = shell.run(("%s %s/bin/tcerr explain DryRunOperation"):format(shell.interpreter(), checkout))
      assert.matches(("^tcerr: [^\n]* was built for Lua %s[^\n]*, and this is Lua[^\n]*: use it with [^\n]*\n$"):format(
        other), output)
      assert.equal(2, code)
    end)

    it("says what to run where it is built for no Lua that is there", function()
      local other = version == "5.3" and "5.1" or "5.3"
      shell.run(("mv %s/build/%s %s/build/%s"):format(checkout, version, checkout, other))
      local output, code = run_alone(checkout .. "/bin/tcerr explain DryRunOperation")
      assert.matches(("tcerr: %s is not built for any Lua that is here: run"):format(checkout), output, 1, true)
      assert.equal(2, code)
    end)

    it("says what to install where no Lua that it is built for has all modules", function()
      local output, code = run_alone(("LUA_PATH=/none/?.lua LUA_CPATH=/none/?.so %s/bin/tcerr"):format(checkout))
      assert.matches("tcerr: no Lua module argparse: install Debian's lua-argparse", output, 1, true)
      assert.equal(2, code)
    end)
  end)
end)
