-- Loads the Lua part of the module anew for one use, so that it can be changed there without harm to others.

local function is_ours(name)
  return name:find "^tencentcloud" ~= nil and name ~= "tencentcloud.core"
end

local function take_out()
  local taken = {}
  for name, module in pairs(package.loaded) do
    if is_ours(name) then taken[name] = module end
  end
  for name in pairs(taken) do package.loaded[name] = nil end
  return taken
end

-- fresh(use, ...) -> what use(...) returns first. Raises what it raises, with the old modules back in place.
return function(use, ...)
  local old = take_out()
  local ok, result = pcall(use, ...)
  take_out()
  for name, module in pairs(old) do package.loaded[name] = module end
  if not ok then error(result, 0) end
  return result
end
