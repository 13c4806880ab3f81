-- docs/tcerr.md and the README show what the command prints; the man page names all that it takes.

local read = require "spec.support.read"
local cli = require "tencentcloud.cli"
local command = require "spec.support.command"
local shell = require "spec.support.shell"

-- How many examples the pages are known to have, at least.
local EXAMPLES = { ["docs/tcerr.md"] = 10, ["README.md"] = 1, ["README.zh-CN.md"] = 1 }

-- Where the output of a command counts codes of the catalog, by a pattern: what stands before the number, and after it.
-- An update of the catalog changes these numbers, with nothing in them to judge, so any number will do there.
local COUNTS = {
  coverage = { "", "" },
  lint = { " and", " more" },
  search = { "\n", "  " },
}

local function without_counts(words, text)
  local around = COUNTS[words:match "^%S+"]
  if not around then return text end
  return (("\n" .. text):gsub(around[1] .. " *%f[%d]%d+%.?%d*" .. around[2], around[1] .. " N" .. around[2]))
end

for path, least in pairs(EXAMPLES) do
  describe(path, function()
    local count = 0
    for words, shown in read(path):gmatch "```\n%$ tcerr ([^\n]*)\n(.-)```" do
      count = count + 1
      it("shows what tcerr " .. words .. " prints", function()
        local _, out, err = command(words)
        assert.equal(without_counts(words, shown), without_counts(words, out .. err))
      end)
    end

    it("has examples", function()
      assert.is_true(count >= least)
    end)
  end)
end

describe("docs/tcerr.md", function()

  for _, name in ipairs(cli.COMMANDS) do
    it("says which keys the JSON of " .. name .. " has", function()
      assert.matches("\n| `" .. name .. "` | ", read "docs/tcerr.md", 1, true)
    end)
  end
end)

describe("the man page", function()
  local page = read "man/tcerr.1"

  it("has every command and every option of it", function()
    for _, name in ipairs(cli.COMMANDS) do
      assert.matches("\n.It Cm " .. name, page, 1, true)
      local _, help = command { name, "--help" }
      for option in help:gmatch "%-%-(%l+)" do
        assert.matches("Fl -" .. option, page, 1, true)
      end
    end
  end)

  it("is formatted without a warning", function()
    if shell.run "command -v man groff" == "" then pending "no man here" end
    local output = shell.run "LC_ALL=C.UTF-8 man --warnings -l man/tcerr.1 >/dev/null"
    assert.equal("", output)
  end)
end)
