-- A Chinese page follows its English twin: what is changed in the one is changed in the other.

local read = require "spec.support.read"

local PAIRS = {
  { english = "README.md", chinese = "README.zh-CN.md" },
  { english = "docs/rules.md", chinese = "docs/rules.zh-CN.md" },
  { english = "docs/skynet.md", chinese = "docs/skynet.zh-CN.md" },
  { english = "docs/registry.md", chinese = "docs/registry.zh-CN.md" },
  { english = "docs/embedding.md", chinese = "docs/embedding.zh-CN.md" },
  { english = "docs/from-cjson.md", chinese = "docs/from-cjson.zh-CN.md" },
  { english = "docs/openresty.md", chinese = "docs/openresty.zh-CN.md" },
}

local function all(text, pattern)
  local list = {}
  for match in text:gmatch(pattern) do table.insert(list, match) end
  return list
end

-- A '#' or a '|' in a block of code begins no heading and no row.
local function without_blocks(page)
  return (page:gsub("```.-\n```", ""))
end

local function levels(page)
  return all("\n" .. without_blocks(page), "\n(#+) ")
end

local function rows_of(page)
  return all(without_blocks(page), "\n(|[^\n]*)")
end

-- The names in code type of a row, in the order of their bytes: another language may need another order of words.
local function names_in(row)
  local names = all(row or "", "`([^`]+)`")
  table.sort(names)
  return table.concat(names, "  ")
end

local function file_of(path)
  return path:match "[^/]*$"
end

for _, pair in ipairs(PAIRS) do
  describe(pair.chinese, function()
    local english, chinese = read(pair.english), read(pair.chinese)

    it("has the examples of " .. pair.english, function()
      assert.same(all(english, "\n```lua\n(.-)\n```\n"), all(chinese, "\n```lua\n(.-)\n```\n"))
    end)

    it("has the sections of " .. pair.english, function()
      assert.same(levels(english), levels(chinese))
      assert.same(all(english, "\n#+ (`[^`]+`)"), all(chinese, "\n#+ (`[^`]+`)"))
    end)

    it("names what the tables of " .. pair.english .. " name", function()
      local theirs, ours = rows_of(english), rows_of(chinese)
      for position = 1, math.max(#theirs, #ours) do
        local same = names_in(theirs[position]) == names_in(ours[position])
        assert(same, ("row %d: %s has\n%s\nand %s\n%s"):format(position, pair.english, tostring(theirs[position]),
          pair.chinese, tostring(ours[position])))
      end
      assert.equal(#theirs, #ours)
    end)

    it("is linked with " .. pair.english, function()
      assert.truthy(english:find("](" .. file_of(pair.chinese) .. ")", 1, true))
      assert.truthy(chinese:find("](" .. file_of(pair.english) .. ")", 1, true))
    end)

    -- A reader of Chinese should not be led to an English page unawares.
    it("says which language each page has that it leads to", function()
      local text = without_blocks(chinese)
      for path, after in text:gmatch "%]%(([%w_./-]+%.md)[^)]*%)()" do
        local known = path:find("%.zh%-CN%.md$") or path == file_of(pair.english)
        assert(known or text:match("^[^\n]*", after):find("英文", 1, true), pair.chinese .. ": " .. path)
      end
    end)
  end)
end
