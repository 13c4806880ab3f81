-- Completion in shells: what tcerr offers, and bash, zsh and fish themselves, in a terminal, where they are installed.

local cli = require "tencentcloud.cli"
local command = require "spec.support.command"
local shell = require "spec.support.shell"

local unpack = table.unpack or unpack -- luacheck: ignore 143

-- The candidates for the last word, without what is said of them.
local function offered(...)
  local code, out, err = command { "--complete", ... }
  assert.same({ 0, "" }, { code, err })
  local list = {}
  for line in out:gmatch "[^\n]+" do table.insert(list, (line:gsub("\t.*", ""))) end
  return list
end

describe("tcerr --complete", function()
  it("offers every command, with what it does", function()
    local _, out = command { "--complete", "" }
    for _, name in ipairs(cli.COMMANDS) do assert.matches("\n" .. name .. "\t%u", "\n" .. out) end
    assert.same(offered "", offered())
  end)

  for _, name in ipairs(cli.COMMANDS) do
    it("offers every option of " .. name, function()
      local known = {}
      for _, option in ipairs(offered(name, "-")) do known[option] = true end
      local _, help = command { name, "--help" }
      local count = 0
      for option in help:gmatch "\n +(%-%-?[%w-]+)" do
        count = count + 1
        assert.is_true(known[option], option)
      end
      assert.is_true(count >= 2)
    end)
  end

  for title, case in pairs {
    ["commands by their beginning"] = { { "ex" }, { "explain" } },
    ["services, then their actions"] = { { "codes", "lighthou" }, { "lighthouse." } },
    ["the actions of a service"] = { { "codes", "cls.UploadL" }, { "cls.UploadLog" } },
    ["services alone where an action is none"] = { { "actions", "lighthou" }, { "lighthouse" } },
    ["categories, then their codes"] = { { "explain", "DryR" }, { "DryRunOperation", "DryRunOperation." } },
    ["the codes of a category"] = { { "explain", "AuthFailure.Signature" },
      { "AuthFailure.SignatureExpire", "AuthFailure.SignatureFailure" } },
    ["codes in other letters"] = { { "explain", "authfailure.signatureexp" }, { "AuthFailure.SignatureExpire" } },
    ["actions in other letters"] = { { "codes", "CLS.uploadl" }, { "cls.UploadLog" } },
    ["the codes of the action that is given"] = { { "explain", "--action", "cls.UploadLog", "FailedOperation.Write" },
      { "FailedOperation.WriteQpsLimit", "FailedOperation.WriteTrafficLimit" } },
    ["codes that the action does not declare, where it declares none such"] = {
      { "explain", "--action", "cvm.RunInstances", "AuthFailure.SignatureF" }, { "AuthFailure.SignatureFailure" } },
    ["the values of an option"] = { { "explain", "A.B", "--lang", "" }, { "en", "zh" } },
    ["values behind a sign"] = { { "explain", "A.B", "--lang=z" }, { "--lang=zh" } },
    ["values behind a sign that is a word, as in bash"] = { { "explain", "--lang", "=", "z" }, { "zh" } },
    ["values right behind a sign that is a word"] = { { "explain", "--lang", "=" }, { "en", "zh" } },
    ["arguments behind such an option"] = { { "codes", "--kind", "=", "auth", "cls.UploadL" }, { "cls.UploadLog" } },
    ["files"] = { { "check", "" }, { ":files" } },
    ["files for the second argument"] = { { "replay", "rules.lua", "x" }, { ":files" } },
    ["files for an option"] = { { "replay", "a", "b", "--against", "" }, { ":files" } },
    ["nothing for a word to search"] = { { "search", "traffic", "li" }, {} },
    ["nothing for a number"] = { { "coverage", "rules.lua", "--min", "" }, {} },
    ["nothing for an unknown command"] = { { "nosuch", "" }, {} },
  } do
    it("offers " .. title, function() assert.same(case[2], offered(unpack(case[1]))) end)
  end

  it("offers only what there is for any words", function()
    for _, name in ipairs(cli.COMMANDS) do
      for _, word in ipairs { "", "-", "--", "=", "--=", "x\27", ".", "a.b.c", "*", "--lang=" } do
        offered(name, word)
        offered(name, word, word)
        offered(name, "--action", word)
        offered(name, "--action=" .. word, word)
      end
    end
  end)
end)

-- What is typed, and the line that the shell then runs.
local TYPED = {
  { "tcerr act\t ecc", "actions ecc" },
  { "tcerr codes lighthou\tDescribeBundleD\t", "codes lighthouse.DescribeBundleDiscount" },
  { "tcerr explain AuthFailure.SignatureE\t", "explain AuthFailure.SignatureExpire" },
  { "tcerr explain A.B --la\t z\t", "explain A.B --lang zh" },
  { "tcerr explain A.B --lang=z\t", "explain A.B --lang=zh" },
  { "tcerr explain authfailure.signaturee\t", "explain AuthFailure.SignatureExpire" },
  { "tcerr check catalog/service_n\t", "check catalog/service_names.lua" },
}

local SHELLS = {
  bash = { "bash --norc --noprofile -i", ". completions/tcerr.bash" },
  zsh = { "zsh -f -i", "fpath=($PWD/completions $fpath); autoload -Uz compinit; compinit -u -D" },
  fish = { "fish --no-config -i", "source completions/tcerr.fish" },
}

for name, case in pairs(SHELLS) do
  describe(name, function()
    local place

    before_each(function()
      place = shell.run 'cd "$(mktemp -d)" && pwd -P':match "%S+"
    end)

    after_each(function()
      shell.run("rm -rf " .. shell.quote(place))
    end)

    local function write(path, text)
      local file = assert(io.open(place .. "/" .. path, "w"))
      file:write(text)
      file:close()
    end

    it("completes what is typed in a terminal", function()
      local probe = shell.run("command -v script && command -v " .. name)
      if not probe:find("/" .. name, 1, true) or not probe:find "/script" then
        return pending("no " .. name .. ", or no util-linux's script, here")
      end
      -- In place of the command: it completes as the command does, but only notes down what it should run.
      write("tcerr", ("#!/bin/sh\nif [ \"$1\" != --complete ]; then echo \"$*\" >>%s/run; exit; fi\n"
        .. "LUA_PATH=%s LUA_CPATH=%s exec %s bin/tcerr \"$@\"\n"):format(place, shell.quote(package.path),
        shell.quote(package.cpath), shell.interpreter()))
      shell.run("chmod +x " .. place .. "/tcerr")
      local typed, wanted = { case[2] }, {}
      for i, line in ipairs(TYPED) do typed[i + 1], wanted[i] = line[1], line[2] end
      write("typed", table.concat(typed, "\n") .. "\nexit\n")
      shell.run(("HOME=%s TERM=xterm PATH=%s:$PATH script -qec %s /dev/null <%s/typed"):format(place, place,
        shell.quote(case[1]), place))
      local run = shell.run(("cat %s/run"):format(place))
      assert.equal(table.concat(wanted, "\n") .. "\n", run)
    end)
  end)
end
