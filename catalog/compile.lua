-- Compiles the catalog: writes its facts, classification and texts as read-only C arrays to the file named.
-- The Makefile calls it; any Lua gives the same bytes.

local root = arg[0]:match("^(.-)/?catalog/compile%.lua$")
package.path = (root and root ~= "" and root or ".") .. "/?.lua;" .. package.path

local reader = require "catalog.reader"
local tables = require "catalog.tables"
local c_source = require "catalog.c_source"

local function fail(reason)
  io.stderr:write("compile: ", reason, "\n")
  os.exit(1)
end

local path = arg[1]
if not path or arg[2] then fail("usage: lua catalog/compile.lua FILE.c") end

local services, reason = reader.read_directory((root and root ~= "" and root or ".") .. "/catalog/services")
if not services then fail(reason) end
local sizes, columns = tables.build {
  services = services,
  classification = require "catalog.classification",
  classify = require("catalog.classify").classify,
  texts = require "catalog.texts",
  common = require "catalog.common_codes",
}
local out, open_error = io.open(path, "wb")
if not out then fail(open_error) end
c_source.write(out, sizes, columns)
local closed, close_error = out:close()
if not closed then fail(close_error) end
