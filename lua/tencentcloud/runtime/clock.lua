-- The time of day, where nothing finer is at hand. A host may leave out the library `os`, which has it: then the module
-- still loads, and whoever gives the rules a runtime never asks here.

return os and os.time or function()
  error("this program has no clock: give it os.time, or give the rules a runtime of their own", 0)
end
