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
    if shell.run "command -v script" == "" then pending "nothing here that makes a terminal" end
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
end)
