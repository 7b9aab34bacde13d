# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# Configures the planted project once per case and looks at what the configure step says.
set(passed 0)
set(failed 0)
file(REMOVE_RECURSE "${FOLDER}")

function(configure case out_result out_text)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/project" -B "${FOLDER}"
      "-DPONTE_ROOT=${PONTE_ROOT}" "-DPLANTED=${case}"
    RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
  # CMake wraps its messages.
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  set(${out_result} "${result}" PARENT_SCOPE)
  set(${out_text} "${text}" PARENT_SCOPE)
endfunction()

function(count ok case text)
  if(ok)
    math(EXPR passed "${passed} + 1")
    message(STATUS "PASS ${case}")
  else()
    math(EXPR failed "${failed} + 1")
    message(STATUS "FAIL ${case}: ${text}")
  endif()
  set(passed ${passed} PARENT_SCOPE)
  set(failed ${failed} PARENT_SCOPE)
endfunction()

macro(expect_clean case)
  configure(${case} result text)
  set(ok OFF)
  if(result EQUAL 0)
    set(ok ON)
  endif()
  count(${ok} ${case} "${text}")
endmacro()

macro(expect_refusal case message)
  configure(${case} result text)
  string(FIND "${text}" "${message}" found)
  set(ok OFF)
  if(NOT result EQUAL 0 AND NOT found EQUAL -1)
    set(ok ON)
  endif()
  count(${ok} ${case} "${text}")
endmacro()

expect_clean(nothing)
expect_refusal(core-widgets "Layering: ponte_core_log reaches Qt6::Widgets: core runs without a screen (ponte_core_log -> planted_helper -> Qt6::Widgets)")
expect_refusal(core-gui "Layering: ponte_core_storage reaches Qt6::Gui: core runs without a screen")
expect_refusal(pdf-widgets "Layering: ponte_core_reports_pdf reaches Qt6::Widgets: core runs without a screen")
expect_refusal(ui-server "Layering: ponte_ui_log reaches ponte_core_http_server: ui and the inbound server never see each other")
expect_refusal(core-ui "Layering: ponte_core_base reaches ponte_ui_widgets: core knows neither ui nor app")
expect_refusal(core-arrow "Layering: ponte_core_storage reaches ponte_core_log: not an allowed arrow inside core")
expect_refusal(core-unknown "Layering: ponte_core_newcomer has no line in cmake/PonteLayering.cmake")
expect_refusal(sandbox-storage "Layering: ponte_app_sandbox reaches ponte_core_storage: the sandbox shares only base and http")
expect_refusal(agent-widgets "Layering: ponte-agent reaches Qt6::Widgets: the agent runs on servers without a screen")
expect_refusal(reference-core "Layering: bench_reference_copy reaches ponte_core_base: a reference measures nothing of ours")
expect_clean(nothing)

message(STATUS "${passed} passed, ${failed} failed")
if(failed)
  message(FATAL_ERROR "layering check is blind to ${failed} case(s)")
endif()
