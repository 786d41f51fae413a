-- One of the three kinds of request that are compared: wrk -s requests.lua URL -- get|list|create FILE_OF_IDS TOKEN
local ids, made, prefix = {}, 0, ""

function setup(thread)
   counter = (counter or 0) + 1
   thread:set("number", counter)
end

function init(args)
   kind = args[1]
   for id in io.lines(args[2]) do ids[#ids + 1] = id end
   if args[3] and args[3] ~= "" then wrk.headers["Authorization"] = "Bearer " .. args[3] end
   wrk.headers["Content-Type"] = "application/json"
   math.randomseed(os.time() * 100 + number)
   prefix = string.format("%d-%d-", math.random(1000000000), number)
end

function request()
   if kind == "get" then return wrk.format("GET", "/api/v1/orders/" .. ids[math.random(#ids)]) end
   if kind == "list" then return wrk.format("GET", "/api/v1/orders?limit=20") end
   made = made + 1
   return wrk.format("POST", "/api/v1/orders", nil, string.format(
      '{"number":"%s%d","total":12.34,"status":"placed","placedAt":"2026-01-31T12:30:00Z","notes":"Leave it at the door."}', prefix, made))
end

function done(summary, latency, requests)
   local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
   io.write(string.format("%d %d\n", failed, summary.requests / summary.duration * 1e6))
end
