# Installs the build to a folder of its own, then configures, builds and runs examples/embed against it:
#   cmake -DBUILD=… -DSOURCE=… -DWORK=… -DCOMPILER=… -DGENERATOR=… -P install_example.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\nended with ${status}\n${out}${err}")
  endif()
  set(out "${out}" PARENT_SCOPE)
  set(err "${err}" PARENT_SCOPE)
endfunction()

function(expect text pattern)
  if(NOT text MATCHES "${pattern}")
    message(FATAL_ERROR "expected ${pattern} in:\n${text}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

# The program finds its data under the prefix, wherever it was moved to.
file(RENAME ${prefix} ${WORK}/moved)
set(prefix ${WORK}/moved)
run(${CMAKE_COMMAND} -E env --unset=DATELINE_DATA ${prefix}/bin/dateline code --format jsonl
    ${SOURCE}/examples/harbour-broadcast.txt)
expect("${out}" "\"event\":\"")

set(flags "")
if(SANITIZE)
  set(flags "-DCMAKE_CXX_FLAGS=-fsanitize=${SANITIZE}")
endif()
run(${CMAKE_COMMAND} -S ${SOURCE}/examples/embed -B ${WORK}/embed -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH=${prefix} ${flags})
run(${CMAKE_COMMAND} --build ${WORK}/embed)
run(${WORK}/embed/who ${SOURCE}/examples/harbour-broadcast.txt)
expect("${out}" "Egypt")
expect("${out}" " -> ")
if(NOT err STREQUAL "")
  message(FATAL_ERROR "stray standard error:\n${err}")
endif()
file(REMOVE_RECURSE ${WORK})
