-- Compiles the catalog to C: `lua catalog/compile.lua catalog_data.c FILE` writes its facts, verdicts and texts as
-- read-only arrays, `... vocabulary.h FILE` the words that C and Lua share. The Makefile calls it; any Lua gives the
-- same bytes.

local root = arg[0]:match("^(.-)/?catalog/compile%.lua$")
root = root and root ~= "" and root or "."
package.path = root .. "/?.lua;" .. package.path

local function fail(reason)
  io.stderr:write("compile: ", reason, "\n")
  os.exit(1)
end

local vocabulary = require "catalog.vocabulary"
local vocabulary_header = require "catalog.vocabulary_header"
local whole, problem = pcall(vocabulary_header.check, vocabulary)
if not whole then fail("catalog/vocabulary.lua: " .. problem) end

local write = {}

write["vocabulary.h"] = function(out) vocabulary_header.write(out, vocabulary) end

write["catalog_data.c"] = function(out)
  local services, reason = require("catalog.reader").read_directory(root .. "/catalog/services")
  if not services then fail(reason) end
  local paging, paging_reason = require("catalog.paging_file").read(root .. "/catalog/paging.txt")
  if not paging then fail(paging_reason) end
  local retired, retired_reason = require("catalog.retired").read(root .. "/catalog/retired.txt")
  if not retired then fail(retired_reason) end
  local sizes, columns = require("catalog.tables").build {
    services = services,
    classification = require "catalog.classification",
    classify = require("catalog.classify").classify,
    texts = require "catalog.texts",
    glossary = require "catalog.glossary",
    common = require "catalog.common_codes",
    paging = paging,
    retired = retired,
    undeclared = require "catalog.undeclared",
  }
  require("catalog.c_source").write(out, sizes, columns)
end

local what, path = arg[1], arg[2]
if not write[what or ""] or not path or arg[3] then
  fail "usage: lua catalog/compile.lua catalog_data.c|vocabulary.h FILE"
end
local out, open_error = io.open(path, "wb")
if not out then fail(open_error) end
write[what](out)
local closed, close_error = out:close()
if not closed then fail(close_error) end
