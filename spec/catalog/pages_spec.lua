-- The numbers on the pages: they are those of the facts, and an update rewrites them.
package.path = "./?.lua;" .. package.path
local pages = require "catalog.pages"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local shell = require "spec.support.shell"

local function counts_of_paging()
  local count, certain = 0, 0
  for _, facts in pairs(assert(paging_file.read "catalog/paging.txt")) do
    count = count + 1
    if facts.list then certain = certain + 1 end
  end
  return { count = count, certain = certain }
end

local values = pages.values(assert(reader.read_directory "catalog/services"), counts_of_paging())

describe("the numbers on the pages", function()
  it("are those of the facts", function()
    for path in pairs(assert(pages.rewrite(".", values))) do
      error(path .. " states other numbers than the facts: run script/update-catalog, or change them by hand")
    end
  end)

  it("are rewritten where they stand, with the date if one is given", function()
    local other, count_of_pages = { date = "2027-01-02" }, 0
    for name in pairs(values) do other[name] = 1234567 end
    local texts = assert(pages.rewrite(".", other))
    assert.matches("目录截至 2027-01-02：1,234,567 个产品、1,234,567 个错误码。", texts["./README.zh-CN.md"], 1, true)
    for path, text in pairs(texts) do
      count_of_pages = count_of_pages + 1
      assert.matches("1,234,567", text, 1, true)
      assert.is_nil(text:find("%d1,234,567"), path)
    end
    assert.equal(7, count_of_pages)
  end)

  it("must be there: a page without its place is named", function()
    local folder = os.tmpname()
    os.remove(folder)
    shell.run("mkdir -p " .. folder .. "/docs " .. folder .. "/catalog && cp *.md " .. folder
      .. " && cp docs/*.md " .. folder .. "/docs && echo nothing > " .. folder .. "/catalog/README.md")
    local texts, reason = pages.rewrite(folder, values)
    shell.run("rm -r " .. folder)
    assert.is_nil(texts)
    assert.matches("catalog/README.md has no place like: {services} services in", reason, 1, true)
  end)
end)
