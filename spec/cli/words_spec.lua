-- The command's own texts: there is one for each word of the vocabulary that it speaks about, in both languages.

local sorted_keys = require "spec.support.sorted_keys"
local vocabulary = require "tencentcloud.vocabulary"
local words = require "tencentcloud.cli.words"

local function sorted(list, more)
  local all = {}
  for _, word in ipairs(list) do table.insert(all, word) end
  for _, word in ipairs(more or {}) do table.insert(all, word) end
  table.sort(all)
  return all
end

-- The words of a section, and the cases that it tells apart beside them.
local SECTIONS = {
  again = { vocabulary.retryable, { "look", "dry_run" } },
  executed = { vocabulary.executed, { "reads", "token", "unsafe" } },
  sources = { vocabulary.source },
}

describe("the command's texts", function()
  for _, language in ipairs { "en", "zh" } do
    for section, wanted in pairs(SECTIONS) do
      it(("in %s have one for each word of `%s`"):format(language, section), function()
        assert.same(sorted(wanted[1], wanted[2]), sorted_keys(words[language][section]))
      end)
    end
  end

  it("are the same ones in both languages", function()
    local function compare(english, chinese)
      assert.same(sorted_keys(english), sorted_keys(chinese))
      for key, text in pairs(english) do
        assert.equal(type(text), type(chinese[key]))
        if type(text) == "table" then compare(text, chinese[key]) end
      end
    end
    compare(words.en, words.zh)
  end)
end)
