-- Prints what an lcov tracefile says of src/, as a table: `lua proof/coverage.lua coverage.info`. Below it stand the
-- lines that did not run. Fails where too little of the core ran.

local LEAST_LINES, LEAST_BRANCHES = 98, 92 -- percent

local path = assert(arg[1], "usage: coverage.lua TRACEFILE")

local function share(hit, found)
  return found == 0 and 100 or hit / found * 100
end

-- The files of src/: how often each line ran and each branch was taken. A header stands once for each file that it is
-- part of; the counts are added.
local function read_tracefile()
  local files, file = {}, nil
  for line in io.lines(path) do
    local source = line:match "^SF:(.*)$"
    if source then
      local name = source:match "/src/(.+)$"
      file = name and (files[name] or { name = name, lines = {}, branches = {} })
      if name then files[name] = file end
    elseif file then
      local number, count = line:match "^DA:(%d+),(%d+)"
      if number then file.lines[number] = (file.lines[number] or 0) + tonumber(count) end
      local branch, taken = line:match "^BRDA:(.*),([%d-]+)$"
      if branch then file.branches[branch] = (file.branches[branch] or 0) + (tonumber(taken) or 0) end
    end
  end
  return files
end

-- How many there are, and how many are not 0.
local function count(counts)
  local found, hit = 0, 0
  for _, times in pairs(counts) do
    found = found + 1
    if times > 0 then hit = hit + 1 end
  end
  return found, hit
end

-- One row of the table for each file, in the order of their names.
local function summarize(files)
  local rows = {}
  for name, file in pairs(files) do
    local row = { name = name, missed = {} }
    row.lines, row.lines_run = count(file.lines)
    row.branches, row.branches_taken = count(file.branches)
    for number, times in pairs(file.lines) do
      if times == 0 then row.missed[#row.missed + 1] = tonumber(number) end
    end
    table.sort(row.missed)
    rows[#rows + 1] = row
  end
  table.sort(rows, function(a, b) return a.name < b.name end)
  return rows
end

local function print_row(name, row)
  local lines, branches = share(row.lines_run, row.lines), share(row.branches_taken, row.branches)
  print(("%-22s %6d %7.1f%% %9d %9.1f%%"):format(name, row.lines, lines, row.branches, branches))
end

local function print_group(title, rows, wanted)
  local total = { lines = 0, lines_run = 0, branches = 0, branches_taken = 0 }
  for _, row in ipairs(rows) do
    if wanted(row.name) then
      print_row(row.name, row)
      for key in pairs(total) do total[key] = total[key] + row[key] end
    end
  end
  print_row(title, total)
  print()
  return total
end

local function is_binding(name) return name:find "^lua/" ~= nil end
local function is_core(name) return not is_binding(name) end

local rows = summarize(read_tracefile())
print(("%-22s %6s %8s %9s %10s"):format("file", "lines", "run", "branches", "taken"))
local core = print_group("the core", rows, is_core)
print_group("the binding", rows, is_binding)
for _, row in ipairs(rows) do
  if #row.missed > 0 then print(("%s: did not run: %s"):format(row.name, table.concat(row.missed, " "))) end
end

if share(core.lines_run, core.lines) < LEAST_LINES or share(core.branches_taken, core.branches) < LEAST_BRANCHES then
  print(("at least %d%% of the core's lines and %d%% of its branches should run"):format(LEAST_LINES, LEAST_BRANCHES))
  os.exit(1)
end
