-- A job of a CI: the rules of a program are held against the catalog. An error fails the job, a warning is shown.
--   lua5.4 examples/recipes/lint_in_ci.lua examples/rules/upload.lua

local PATH = arg[1] or "examples/rules/upload.lua"

local rules = dofile(PATH) -- a file that returns what tc.rules made
local failed = false

for _, finding in ipairs(rules:lint()) do
  io.stderr:write(tostring(finding), "\n") -- as compilers write it, so that editors find the line
  failed = failed or finding.level == "error"
end

-- How many of the codes that these actions declare have a rule of the program's own?
local coverage = rules:coverage{ "cls.UploadLog" }
print(coverage)
for _, code in ipairs(coverage.actions[1].missing) do print("no rule for", code) end

print(failed and "failed" or "passed")
os.exit(failed and 1 or 0)
