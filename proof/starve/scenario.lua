-- For scenarios that host.c runs: steps that can each be run twice. A step checks what it is given, so that a failed
-- allocation can't pass for an answer.

local scenario = { steps = {} }

function scenario.step(name, run)
  table.insert(scenario.steps, { name = name, run = run })
end

-- Calls what must raise; the end of memory is not what it should raise. host.c knows "another message".
function scenario.raises(pattern, run, ...)
  local ok, message = pcall(run, ...)
  assert(not ok, "an error was expected")
  message = tostring(message)
  if message:find "not enough memory" then error(message, 0) end
  assert(message:find(pattern), "another message: " .. message)
end

function scenario.is(expected, value)
  if value ~= expected then error(("%s expected, got %s"):format(tostring(expected), tostring(value)), 2) end
end

return scenario
